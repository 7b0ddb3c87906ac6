import { Button } from '@fluentui/react-button';
import { Spinner } from '@fluentui/react-spinner';
import { auditDownload } from '../api/deskApi';
import { addressOf, supervisionAddress } from '../routing/route';
import type { AuditEntry } from '../api/types';
import { actInWords, acts } from './acts';
import { useAudit } from './useAudit';
import styles from './audit.module.css';

/** The audit log, newest first. For supervisors. */
export function AuditPage() {
  const { act, setAct, items, more, busy, problem, readOn } = useAudit();
  return (
    <div className={styles['page']}>
      <a href={supervisionAddress}>Supervision</a>
      <div className={styles['head']}>
        <h2>Audit log</h2>
        <label>
          Show{' '}
          <select value={act} onChange={(event) => setAct(event.target.value)}>
            <option value="">everything</option>
            {Object.entries(acts).map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <a href={auditDownload('csv')}>Download CSV</a>
        <a href={auditDownload('jsonl')}>Download JSON lines</a>
      </div>
      <div className={styles['wide']} tabIndex={0} role="region" aria-label="Entries">
        <table className={styles['table']}>
          <thead>
            <tr>
              {['When', 'Who', 'What', 'Detail', 'Conversation', 'From'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {!busy && !problem && items.length === 0 && <p>Nothing was written down yet.</p>}
      {problem && <p role="alert">{problem}</p>}
      {busy ? <Spinner label="Reading…" /> : (more || problem) && <Button onClick={readOn}>{problem ? 'Try again' : 'Older'}</Button>}
    </div>
  );
}

function Row({ entry }: { entry: AuditEntry }) {
  const at = new Date(entry.at);
  return (
    <tr>
      <td>
        <time dateTime={entry.at}>{at.toLocaleString()}</time>
      </td>
      <td>{entry.agent}</td>
      <td>{actInWords(entry.act)}</td>
      <td>{entry.detail ?? entry.accountId ?? ''}</td>
      <td>{entry.conversationId && <a href={addressOf(entry.conversationId)}>{entry.ticketId ?? 'open'}</a>}</td>
      <td>{entry.from ?? ''}</td>
    </tr>
  );
}
