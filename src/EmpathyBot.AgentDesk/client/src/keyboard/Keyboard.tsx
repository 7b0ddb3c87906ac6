import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { rememberedHere } from '../conversation/keep';
import { commandOf, type Command } from './commands';

type Handler = () => void;

interface Keys {
  /** True when single letters act. */
  lettersAct: boolean;
  setLettersAct(act: boolean): void;
  /** What was put up last for a command is what it does. */
  handle(command: Command, handler: Handler): () => void;
}

const KeysContext = createContext<Keys | null>(null);
const kept = 'desk:letters-act';

/** Hears keys for the whole desk. Not while a dialog is open: that has keys of its own. */
export function Keyboard({ children }: { children: ReactNode }) {
  const [lettersAct, setLettersAct] = useState(() => rememberedHere.getItem(kept) !== 'no');
  const handlers = useRef(new Map<Command, Handler[]>());

  useEffect(() => {
    function keyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      const command = commandOf(event, lettersAct && !isWriting(event.target));
      const handler = command && handlers.current.get(command)?.at(-1);
      if (!handler) return;
      event.preventDefault();
      handler();
    }
    addEventListener('keydown', keyDown);
    return () => removeEventListener('keydown', keyDown);
  }, [lettersAct]);

  const keys = useMemo<Keys>(
    () => ({
      lettersAct,
      setLettersAct(act) {
        rememberedHere.setItem(kept, act ? 'yes' : 'no');
        setLettersAct(act);
      },
      handle(command, handler) {
        const all = handlers.current;
        all.set(command, [...(all.get(command) ?? []), handler]);
        return () => all.set(command, all.get(command)!.filter((each) => each !== handler));
      },
    }),
    [lettersAct],
  );
  return <KeysContext value={keys}>{children}</KeysContext>;
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));
}

export function useKeys(): Keys {
  const keys = useContext(KeysContext);
  if (!keys) throw new Error('Put this below Keyboard.');
  return keys;
}

/** Does something when the command's key is pressed while this is shown; null does nothing. */
export function useCommand(command: Command, handler: Handler | null): void {
  const { handle } = useKeys();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const isThere = handler !== null;
  useEffect(() => (isThere ? handle(command, () => latest.current?.()) : undefined), [command, handle, isThere]);
}
