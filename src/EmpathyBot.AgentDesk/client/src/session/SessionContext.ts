import { createContext, useContext } from 'react';
import type { Me } from '../api/types';

export interface SignedIn {
  me: Me;
  /** To be called when the server answers that it does not know us any more. */
  ended(): void;
}

/** True for who may see all that goes on and step in; the server decides, this only leaves out what it would refuse. */
export const isSupervisor = (me: Me) => me.role === 'supervisor';

export const SessionContext = createContext<SignedIn | null>(null);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (!signedIn) throw new Error('Only for what is shown to a signed-in agent.');
  return signedIn;
}
