import { expect, it } from 'vitest';
import { addressOf, queueAddress, routeIn, supervisionAddress } from './route';

it('an address leads back to the conversation it was made for', () => {
  for (const id of ['abc', '19:meeting_x@thread.v2;messageid=1', 'a/b c#d']) expect(routeIn(addressOf(id))).toEqual({ kind: 'conversation', id });
});

it('supervision has an address of its own', () => {
  expect(routeIn(supervisionAddress)).toEqual({ kind: 'supervision' });
});

it('anything else is the queue', () => {
  for (const hash of ['', queueAddress, '#/conversations/', '#/conversations/%E0%A4%A', '#/other', '#/supervision/x'])
    expect(routeIn(hash)).toEqual({ kind: 'queue' });
});
