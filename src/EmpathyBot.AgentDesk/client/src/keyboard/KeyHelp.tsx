import { Button } from '@fluentui/react-button';
import { KeyboardRegular } from '@fluentui/react-icons';
import { useId, useRef } from 'react';
import dialogStyles from '../conversation/dialog.module.css';
import { commands } from './commands';
import { useCommand, useKeys } from './Keyboard';
import styles from './keyboard.module.css';

/** All keys there are, and the switch that makes letters letters again. */
export function KeyHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { lettersAct, setLettersAct } = useKeys();
  const open = () => dialog.current?.showModal();
  useCommand('help', open);
  return (
    <>
      <Button className={styles['opener']} appearance="subtle" icon={<KeyboardRegular />} aria-label="Keys" title="Keys (?)" onClick={open} />
      <dialog ref={dialog} className={dialogStyles['dialog']} aria-labelledby={titleId}>
        <div className={dialogStyles['form']}>
          <h2 id={titleId}>Keys</h2>
          <dl className={styles['keys']}>
            {Object.values(commands).map(({ keys, words }) => (
              <div key={words}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key.replace('ArrowDown', '↓').replace('ArrowUp', '↑')}</kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
            <div>
              <dt>
                <kbd>Enter</kbd>
              </dt>
              <dd>Send; with Shift a new line</dd>
            </div>
            <div>
              <dt>
                <kbd>Esc</kbd>
              </dt>
              <dd>Leave the message box, close what is open</dd>
            </div>
          </dl>
          <label className={styles['switch']}>
            <input type="checkbox" checked={lettersAct} onChange={(event) => setLettersAct(event.target.checked)} />
            Single letters act as keys
          </label>
          <div className={dialogStyles['buttons']}>
            <Button appearance="primary" onClick={() => dialog.current?.close()}>
              Close
            </Button>
          </div>
        </div>
      </dialog>
    </>
  );
}
