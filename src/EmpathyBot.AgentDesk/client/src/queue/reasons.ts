import { codeInWords, plainCode } from '../emotions/words';

const reasons: Record<string, string> = {
  'asked-for-person': 'Asked for a person',
  'accepted-offer': 'Accepted our offer of a person',
  'at-risk': 'May be at risk',
  'not-understood': 'The assistant did not understand',
  'rising-anger': 'Growing angry',
  'repeated-contact': 'Had to come back again',
  'procedure-needs-person': 'Only a person can do this',
  'bot-failed': 'The assistant failed',
  'topic-needs-person': 'Always for a person',
  'back-office-down': 'Our systems did not answer',
  'other-language': 'Writes in another language',
};

/** True for the one reason that must not be overlooked. */
export const isLoud = (reason: string) => plainCode(reason) === 'at-risk';

/** Why a person is needed, in words; a reason that is not known here is read from its code. */
export const reasonInWords = (reason: string) => reasons[plainCode(reason)] ?? codeInWords(reason);
