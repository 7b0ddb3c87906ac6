import { createContext, useContext } from 'react';

export interface Citations {
  /** Marks these turns in the transcript, and no others. */
  cite(turnIds: readonly string[]): void;
  /** Shows the first of these turns. */
  goTo(turnIds: readonly string[]): void;
  /** The assistant's answers in these turns, for sentences on what it did. */
  answersIn(turnIds: readonly string[]): string[];
  /** Where in the transcript these turns stand, counted from 1. */
  placesOf(turnIds: readonly string[]): number[];
}

export const CitationContext = createContext<Citations | null>(null);

export function useCitations(): Citations {
  const citations = useContext(CitationContext);
  if (!citations) throw new Error('Only within a conversation.');
  return citations;
}
