import { describe, expect, it } from 'vitest';
import { commandOf, commands } from './commands';

const stroke = (key: string, held: Partial<{ altKey: boolean; ctrlKey: boolean; metaKey: boolean }> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe('keys', () => {
  it('stand for one command each', () => {
    const keys = Object.values(commands).flatMap((command) => command.keys as readonly string[]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('act alone, in either case', () => {
    expect(commandOf(stroke('t'), true)).toBe('take');
    expect(commandOf(stroke('T'), true)).toBe('take');
    expect(commandOf(stroke('?'), true)).toBe('help');
  });

  it('are letters to who writes', () => {
    expect(commandOf(stroke('t'), false)).toBeNull();
    expect(commandOf(stroke('ArrowDown', { altKey: true }), false)).toBe('next');
  });

  it('leave the browser what is its own', () => {
    expect(commandOf(stroke('t', { ctrlKey: true }), true)).toBeNull();
    expect(commandOf(stroke('c', { metaKey: true }), true)).toBeNull();
    expect(commandOf(stroke('t', { altKey: true }), true)).toBeNull();
    expect(commandOf(stroke('ArrowDown'), true)).toBeNull();
    expect(commandOf(stroke('z'), true)).toBeNull();
  });
});
