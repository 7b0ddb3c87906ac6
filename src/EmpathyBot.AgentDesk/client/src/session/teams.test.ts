import { afterEach, expect, it, vi } from 'vitest';
import { isTab, signInFromTeams } from './teams';

const answer = (status: number, body: object) => vi.stubGlobal('fetch', vi.fn(async () => new Response(JSON.stringify(body), { status })));

afterEach(() => vi.unstubAllGlobals());

it('knows a tab by the page around it', () => {
  const alone: { parent: unknown } = { parent: null };
  alone.parent = alone;
  expect(isTab(alone)).toBe(false);
  expect(isTab({ parent: {} })).toBe(true);
});

it('hands the token of Teams to the desk', async () => {
  answer(200, { agentId: 'a', name: 'Mira' });
  await signInFromTeams(async () => 'a-token');
  expect(fetch).toHaveBeenCalledWith('/api/desk/sign-in/teams', expect.objectContaining({ method: 'POST', body: '{"token":"a-token"}' }));
});

it('says what an agent can do when Teams has no token', async () => {
  await expect(signInFromTeams(() => Promise.reject(new Error('resourceDisabled')))).rejects.toThrow('Teams could not sign you in.');
});

it('says why the desk does not take it', async () => {
  answer(401, { error: { code: 'no-role', message: 'x' } });
  await expect(signInFromTeams(async () => 'a-token')).rejects.toThrow('no role at this desk');
  answer(429, { error: { code: 'slow-down', message: 'Wait a minute.' } });
  await expect(signInFromTeams(async () => 'a-token')).rejects.toThrow('Wait a minute.');
});
