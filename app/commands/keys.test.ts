import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { commandFor, matches, showKeys, type KeyPress } from './keys';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

const command = (id: string, ...keys: readonly string[]): Command => ({
  id,
  group: 'edit',
  label: id,
  keys,
  isEnabled: () => true,
  run: () => {},
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

  it('finds a letter with Alt on a Mac, where Alt types another character', () => {
    const held = { altKey: true, shiftKey: true };
    expect(matches(press('Î', { ...held, code: 'KeyD' }), 'Alt+Shift+D', true)).toBe(true);
    expect(matches(press('Î', { ...held, code: 'KeyF' }), 'Alt+Shift+D', true)).toBe(false);
  });

  it('finds plus where it has a key of its own, and where it shares one with equals', () => {
    expect(matches(press('+', { ctrlKey: true }), 'Mod+Plus', false)).toBe(true);
    expect(matches(press('=', { ctrlKey: true }), 'Mod+=', false)).toBe(true);
    expect(showKeys('Mod+Plus', false)).toBe('Ctrl++');
  });

  it('shows arrow keys as arrows', () => {
    expect(showKeys('Mod+ArrowRight', false)).toBe('Ctrl+→');
    expect(showKeys('Mod+Shift+ArrowUp', true)).toBe('⌘⇧↑');
  });

  it('passes over a command that cannot run now', () => {
    const off = { ...command('a', 'Delete'), isEnabled: () => false };
    expect(commandFor(press('Delete'), [off, command('b', 'Delete')], false, true)?.id).toBe('b');
  });

  it('leaves keys that only type a character alone once they are switched off', () => {
    const list = [
      command('play', 'K'),
      command('fit', 'Shift+1'),
      command('name', 'F2'),
      command('all', 'Mod+A'),
    ];
    const found = (key: KeyPress, letterKeys: boolean) => commandFor(key, list, false, letterKeys)?.id;
    expect(found(press('k'), true)).toBe('play');
    expect(found(press('k'), false)).toBeUndefined();
    expect(found(press('!', { shiftKey: true, code: 'Digit1' }), false)).toBeUndefined();
    expect(found(press('F2'), false)).toBe('name');
    expect(found(press('a', { ctrlKey: true }), false)).toBe('all');
  });

  it('writes keys as the reader’s keyboard has them', () => {
    expect(showKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(showKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  });
});
