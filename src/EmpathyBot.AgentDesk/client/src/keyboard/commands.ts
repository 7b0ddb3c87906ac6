/** What can be done by a key alone. */
export const commands = {
  help: { keys: ['?'], words: 'Show these keys' },
  next: { keys: ['j', 'Alt+ArrowDown'], words: 'Next conversation in the queue' },
  previous: { keys: ['k', 'Alt+ArrowUp'], words: 'Previous conversation in the queue' },
  queue: { keys: ['q'], words: 'Go to the queue' },
  take: { keys: ['t'], words: 'Take the open conversation' },
  write: { keys: ['w'], words: 'Write to the customer' },
  phrases: { keys: ['p'], words: 'Phrases that fit the mood' },
  note: { keys: ['n'], words: 'Note for colleagues' },
  transfer: { keys: ['x'], words: 'Transfer the conversation' },
  giveBack: { keys: ['b'], words: 'Return it to the assistant' },
  close: { keys: ['c'], words: 'Close the conversation' },
  seat: { keys: ['a'], words: 'My availability and limit' },
  supervision: { keys: ['s'], words: 'Supervision' },
} as const satisfies Record<string, { keys: readonly string[]; words: string }>;

export type Command = keyof typeof commands;

/** What of a keyboard event decides. */
export interface Stroke {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * The command of a key stroke, or null. While someone writes, or when single keys are switched off, only combinations
 * act: a letter is then a letter.
 */
export function commandOf(stroke: Stroke, lettersAct: boolean): Command | null {
  if (stroke.ctrlKey || stroke.metaKey) return null;
  const pressed = stroke.altKey ? `Alt+${stroke.key}` : stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  if (!stroke.altKey && !lettersAct) return null;
  const found = (Object.keys(commands) as Command[]).find((command) => (commands[command].keys as readonly string[]).includes(pressed));
  return found ?? null;
}
