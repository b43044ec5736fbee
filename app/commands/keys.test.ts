import { describe, expect, it } from 'vitest';
import { commandFor, matches, showKeys, type KeyPress } from './keys';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys', () => {
  it('takes Mod for Ctrl, and for Command on a Mac', () => {
    expect(matches(press('z', { ctrlKey: true }), 'Mod+Z', false)).toBe(true);
    expect(matches(press('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false);
    expect(matches(press('z', { metaKey: true }), 'Mod+Z', true)).toBe(true);
  });

  it('does not take redo for undo', () => {
    expect(matches(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false);
    expect(matches(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
  });

  it('finds a digit with Shift whatever that types', () => {
    expect(matches(press('!', { shiftKey: true, code: 'Digit1' }), 'Shift+1', false)).toBe(true);
    expect(matches(press('1', { code: 'Digit1' }), 'Shift+1', false)).toBe(false);
    expect(matches(press('"', { shiftKey: true, code: 'Digit2' }), 'Shift+1', false)).toBe(false);
  });

  it('finds a character that needs Shift on one keyboard and not on another', () => {
    expect(matches(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matches(press('/', { shiftKey: true }), '/', false)).toBe(true);
    expect(matches(press('/', { ctrlKey: true }), '/', false)).toBe(false);
  });

  it('passes over a command that cannot run now', () => {
    const run = () => {};
    const off = { id: 'a', label: 'a', keys: ['Delete'], isEnabled: () => false, run };
    const on = { id: 'b', label: 'b', keys: ['Delete'], isEnabled: () => true, run };
    expect(commandFor(press('Delete'), [off, on], false)?.id).toBe('b');
  });

  it('writes keys as the reader’s keyboard has them', () => {
    expect(showKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(showKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  });
});
