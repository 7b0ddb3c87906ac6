import type { Fact } from '../api/types';
import { codeInWords } from '../emotions/words';

/**
 * The name of a fact for people. What proved that an order is the customer's is stored as a proof, and is their e-mail
 * address or their postcode.
 */
export function factName({ name, value }: Fact): string {
  if (name.toLowerCase() !== 'proof') return codeInWords(name);
  return value.includes('@') ? 'E-mail' : 'Postcode';
}
