import { Button } from '@fluentui/react-button';
import { Spinner } from '@fluentui/react-spinner';
import { queueAddress } from '../routing/route';
import styles from './conversation.module.css';
import { LoadedConversation } from './LoadedConversation';
import { useConversation } from './useConversation';

/** One conversation, from the moment it is asked for. */
export function ConversationView({ id }: { id: string }) {
  const { conversation, problem, reload } = useConversation(id);
  if (conversation) return <LoadedConversation conversation={conversation} problem={problem} reload={reload} />;
  if (!problem) return <Spinner className={styles['alone']} label="Reading the conversation…" />;
  return (
    <div className={styles['alone']}>
      <p role="alert">{problem}</p>
      <p>
        <Button onClick={() => void reload()}>Try again</Button> <a href={queueAddress}>Back to the queue</a>
      </p>
    </div>
  );
}
