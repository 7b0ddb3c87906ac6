import { expect, it } from 'vitest';
import { addressOf, conversationIn } from './route';

it('finds back to the conversation an address was made for, whatever is in its id', () => {
  expect(['abc', 'a:1;x@y/z', 'ü%'].map((id) => conversationIn(addressOf(id)))).toEqual(['abc', 'a:1;x@y/z', 'ü%']);
});

it('takes any other address for the queue', () => {
  expect(['', '#/', '#/conversations/', '#/conversations/%E0%A4%A'].map(conversationIn)).toEqual([null, null, null, null]);
});
