import { Tab, TabList } from '@fluentui/react-tabs';
import styles from './conversation.module.css';

export type Pane = 'brief' | 'messages';

/** Chooses what a narrow screen shows; a wide one shows both and no tabs. */
export function PaneTabs({ pane, choose }: { pane: Pane; choose(pane: Pane): void }) {
  return (
    <TabList className={styles['tabs']} selectedValue={pane} onTabSelect={(_, data) => choose(data.value as Pane)}>
      <Tab value="brief">Brief</Tab>
      <Tab value="messages">Messages</Tab>
    </TabList>
  );
}
