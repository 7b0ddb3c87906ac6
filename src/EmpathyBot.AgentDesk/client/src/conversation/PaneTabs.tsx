import { ToggleButton } from '@fluentui/react-button';
import styles from './conversation.module.css';

export type Pane = 'brief' | 'messages';

const names: Record<Pane, string> = { brief: 'Brief', messages: 'Messages' };

/** Chooses what a narrow screen shows; a wide one shows both and no choice. */
export function PaneTabs({ pane, choose }: { pane: Pane; choose(pane: Pane): void }) {
  return (
    <div className={styles['tabs']} role="group" aria-label="Show">
      {(Object.keys(names) as Pane[]).map((each) => (
        <ToggleButton key={each} appearance="subtle" checked={each === pane} onClick={() => choose(each)}>
          {names[each]}
        </ToggleButton>
      ))}
    </div>
  );
}
