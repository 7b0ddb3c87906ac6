import { useSyncExternalStore } from 'react';

const wish = matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void) {
  wish.addEventListener('change', onChange);
  return () => wish.removeEventListener('change', onChange);
}

/** What the agent's system asks for, light or dark, also when it changes in the evening. */
export const useDarkMode = () => useSyncExternalStore(subscribe, () => wish.matches);
