import { describe, expect, it } from 'vitest';
import { COMMAND_GROUPS } from './command';
import { COMMANDS } from './list';

describe('the list of commands', () => {
  it('gives every command a name of its own, a group and a label', () => {
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
    for (const { group, label } of COMMANDS) {
      expect(COMMAND_GROUPS).toContain(group);
      expect(label).toMatch(/^\S.*\S$/);
    }
    expect(new Set(COMMANDS.map(({ label }) => label)).size).toBe(COMMANDS.length);
  });

  it('gives no key to two commands', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('reads labels when they are shown, so that another language can replace them', () => {
    for (const command of COMMANDS)
      expect(Object.getOwnPropertyDescriptor(command, 'label')?.get, command.id).toBeTypeOf('function');
  });
});
