import { Button } from '@fluentui/react-button';
import { Speaker2Regular, SpeakerOffRegular } from '@fluentui/react-icons';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { rememberedHere } from '../conversation/keep';
import { chime } from './chime';

interface Sound {
  isOn: boolean;
  switchTo(on: boolean): void;
  /** Sounds, when it is on and the browser lets it. */
  ring(): void;
}

const SoundContext = createContext<Sound>({ isOn: false, switchTo: () => undefined, ring: () => undefined });
const kept = 'desk:sound';

// Whether a browser lets the page sound is its own affair: what is new stands on the screen as well.
const sound = () => void chime().catch(() => undefined);

/** Whether the desk may sound, remembered at this computer. */
export function SoundProvider({ children }: { children: ReactNode }) {
  const [isOn, setOn] = useState(() => rememberedHere.getItem(kept) !== 'off');
  const switchTo = useCallback((on: boolean) => {
    rememberedHere.setItem(kept, on ? 'on' : 'off');
    setOn(on);
    if (on) sound();
  }, []);
  const value = useMemo(() => ({ isOn, switchTo, ring: () => isOn && sound() }), [isOn, switchTo]);
  return <SoundContext value={value}>{children}</SoundContext>;
}

export const useSound = () => useContext(SoundContext);

export function SoundSwitch() {
  const { isOn, switchTo } = useSound();
  return (
    <Button
      appearance="subtle"
      icon={isOn ? <Speaker2Regular /> : <SpeakerOffRegular />}
      aria-label="Sound for what is new"
      aria-pressed={isOn}
      title={isOn ? 'Sound is on' : 'Sound is off'}
      onClick={() => switchTo(!isOn)}
    />
  );
}
