import { expect, it } from 'vitest';
import { failedSignIn } from './signInWords';

it('has a sentence for each way to fail, and one for those it does not know', () => {
  expect(failedSignIn('?sign-in=no-role')).toContain('no role at this desk');
  expect(failedSignIn('?sign-in=<script>')).toBe('You were not signed in. Start again here.');
  expect(failedSignIn('?sign-in=constructor')).toBe('You were not signed in. Start again here.');
});

it('says nothing when nothing failed', () => {
  expect(failedSignIn('')).toBeNull();
  expect(failedSignIn('?other=1')).toBeNull();
});
