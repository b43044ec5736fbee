/** Keys as text: which one was pressed, which command it means, and how it is written for a reader. */
import { commands as text } from '../strings';
import type { Command } from './command';

export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** Does a press match keys such as `Mod+Shift+Z`? A character that needs Shift itself (`?`) is written without it. */
export function matches(press: KeyPress, keys: string, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = new Set(parts.slice(0, -1));
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wants.has('Mod') || otherMod) return false;
  if (press.altKey !== wants.has('Alt')) return false;
  const isLetterOrName = /^[a-z0-9]$/i.test(key) || key.length > 1;
  if (isLetterOrName && press.shiftKey !== wants.has('Shift')) return false;
  // With Shift a digit key types another character, a different one on every keyboard.
  if (/^\d$/.test(key) && press.code === `Digit${key}`) return true;
  // With Alt a Mac types another character.
  if (press.altKey && press.code === `Key${key.toUpperCase()}`) return true;
  return press.key.toLowerCase() === (key === 'Plus' ? '+' : key.toLowerCase());
}

/** Keys that type a character when pressed in a text, Shift or not: a person who speaks to the computer sets them off by chance. */
export const isCharacter = (keys: string): boolean => /^(?:Shift\+)?.$/.test(keys);

/**
 * @param letterKeys whether keys that only type a character act.
 * @returns the first enabled command for a press.
 */
export function commandFor(
  press: KeyPress,
  list: readonly Command[],
  mac: boolean,
  letterKeys: boolean,
): Command | undefined {
  return list.find(
    (command) =>
      !command.byBrowser &&
      command.keys.some((keys) => (letterKeys || !isCharacter(keys)) && matches(press, keys, mac)) &&
      command.isEnabled(),
  );
}

/** `Mod+Shift+Z` as a reader's keyboard has it: `Ctrl+Shift+Z`, or `⌘⇧Z`. */
export function showKeys(keys: string, mac = isMac()): string {
  const names: Readonly<Record<string, string>> = mac ? { ...text.keyNames, ...MAC_NAMES } : text.keyNames;
  const parts = keys.split('+').map((part) => names[part] ?? part);
  return parts.join(mac ? '' : '+');
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Escape: 'Esc',
  Delete: '⌦',
  Backspace: '⌫',
};
