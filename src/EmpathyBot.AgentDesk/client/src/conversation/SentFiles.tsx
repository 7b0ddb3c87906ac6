import { DocumentRegular } from '@fluentui/react-icons';
import type { SentFile } from '../api/types';
import styles from './transcript.module.css';

/** Images that a browser shows and does not run; the server serves anything else for download. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

/** Files that came with a message. */
export function SentFiles({ files }: { files: readonly SentFile[] }) {
  return (
    <ul className={styles['files']} aria-label="Files">
      {files.map((file) => (
        <li key={file.url}>
          {shown.has(file.contentType.toLowerCase()) ? (
            <a href={file.url} target="_blank" rel="noreferrer">
              <img className={styles['image']} src={file.url} alt={file.name} />
            </a>
          ) : (
            <a className={styles['file']} href={file.url} download={file.name}>
              <DocumentRegular aria-hidden fontSize={20} />
              <span dir="auto">{file.name}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
