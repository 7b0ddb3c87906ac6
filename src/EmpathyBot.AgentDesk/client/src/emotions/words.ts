// What the wire says in codes, said in words.

const emotionNames: Record<string, string> = {
  anger: 'Anger',
  frustration: 'Frustration',
  disappointment: 'Disappointment',
  anxiety: 'Anxiety',
  confusion: 'Confusion',
  sadness: 'Sadness',
  gratitude: 'Gratitude',
  relief: 'Relief',
  joy: 'Joy',
  neutral: 'Neutral',
};

/** One spelling for a code, however it came: <c>OwnLoss</c>, <c>own-loss</c> and <c>own_loss</c> are the same. */
export const plainCode = (code: string) =>
  code
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[_\s]+/g, '-')
    .toLowerCase();

/** A code as words: <c>rising-anger</c> is "Rising anger". */
export function codeInWords(code: string): string {
  const words = plainCode(code).replaceAll('-', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const emotionName = (emotion: string) => emotionNames[plainCode(emotion)] ?? codeInWords(emotion);

/** How strong, in a word; the labels behind it are thirds. */
export function strength(intensity: number): string {
  if (intensity >= 0.8) return 'very strong';
  if (intensity >= 0.5) return 'strong';
  if (intensity >= 0.2) return 'mild';
  return 'slight';
}

/** "Anger, strong": emotion and strength; a neutral message has no strength worth telling. */
export function feelingInWords(emotion: string, intensity: number | null | undefined): string {
  const name = emotionName(emotion);
  return plainCode(emotion) === 'neutral' || intensity == null ? name : `${name}, ${strength(intensity)}`;
}

const trends: Record<string, string> = { rising: 'getting worse', falling: 'calming down', steady: 'steady' };

/** Where the mood is heading; rising means worse. */
export const trendInWords = (trend: string) => trends[plainCode(trend)] ?? codeInWords(trend).toLowerCase();

const targets: Record<string, string> = {
  product: 'the product',
  policy: 'a rule of ours',
  wait: 'the wait',
  bot: 'the assistant',
  staff: 'our staff',
  'own-loss': 'their own loss',
  'third-party': 'someone else',
};

/** What the feeling is about, or null when that is not known. */
export const targetInWords = (target: string) => targets[plainCode(target)] ?? null;

const signals: Record<string, string> = {
  sarcasm: 'Sarcasm',
  repeat: 'Not the first time',
  urgent: 'Urgent',
  'wants-human': 'Asks for a person',
  abusive: 'Abusive words',
  churn: 'Threatens to leave',
  'at-risk': 'At risk',
};

export const signalInWords = (signal: string) => signals[plainCode(signal)] ?? codeInWords(signal);
