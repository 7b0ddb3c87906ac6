import { expect, it } from 'vitest';
import { draftWith, keepDraft, readDraft } from './drafts';
import { safely, type Keep } from './keep';

class RefusingKeep implements Keep {
  getItem(): string | null {
    throw new Error('storage is switched off');
  }
  setItem(): void {
    throw new Error('storage is full');
  }
  removeItem(): void {
    throw new Error('storage is switched off');
  }
}

const empty = () =>
  safely(() => {
    throw new Error('no storage at all');
  });

it('keeps one draft a conversation', () => {
  const keep = empty();
  keepDraft(keep, 'a', 'Dear Mia');
  keepDraft(keep, 'b', 'Dear Tom');
  expect([readDraft(keep, 'a'), readDraft(keep, 'b'), readDraft(keep, 'c')]).toEqual(['Dear Mia', 'Dear Tom', '']);
});

it('leaves nothing behind once the draft was sent', () => {
  const keep = empty();
  keepDraft(keep, 'a', 'Dear Mia');
  keepDraft(keep, 'a', '');
  expect(readDraft(keep, 'a')).toBe('');
});

it('works on in memory when the browser refuses to store', () => {
  const keep = safely(() => new RefusingKeep());
  keepDraft(keep, 'a', 'Dear Mia');
  expect(readDraft(keep, 'a')).toBe('Dear Mia');
});

it('puts a suggestion after what is written, and not twice', () => {
  expect(draftWith('  ', 'Hello Mia')).toBe('Hello Mia');
  expect(draftWith('I am Ana.', 'Hello Mia')).toBe('I am Ana.\n\nHello Mia');
  expect(draftWith('Hello Mia, I am Ana.', 'Hello Mia')).toBe('Hello Mia, I am Ana.');
});
