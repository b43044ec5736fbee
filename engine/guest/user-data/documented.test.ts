import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from './commands/recognise';
import { KNOWN_SERVICES } from './known-services';

const page = readFileSync(new URL('../../../docs/user-data.md', import.meta.url), 'utf8');
const names = (word: string): boolean =>
  new RegExp(`(^|[^A-Za-z0-9.-])${word.replaceAll(/[.:[\]]/g, String.raw`\$&`)}([^A-Za-z0-9-]|$)`, 'm').test(
    page,
  );

/** Other spellings of a command that the page names. */
const SPELLINGS = /(\.exe|^microdnf|^mkfs\.ext3|^mount\.efs|^python\d|^printf|^:)$/;

describe('docs/user-data.md', () => {
  it('names every command of the closed list', () => {
    const missing = COMMAND_NAMES.filter((name) => !SPELLINGS.test(name) && !names(name));
    expect(missing).toEqual([]);
  });

  it('names the ports of every service', () => {
    const ports = KNOWN_SERVICES.flatMap(({ listens, also }) => [
      ...listens,
      ...(also ? [also.listener] : []),
    ]);
    expect(ports.filter(({ port }) => !names(String(port)))).toEqual([]);
  });
});
