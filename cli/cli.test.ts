/** The program as people start it: exit status, one line on standard error, JSON lines in order. Few, because each starts Node. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBase64url } from '../engine/share/base64url';
import { crc32 } from '../engine/share/checksum';

const ROOT = join(import.meta.dirname, '..');
const SHOP = join(ROOT, 'engine/scenarios/aws-public-private/describe');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ec2-playground-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function cli(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/cli.mjs'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, out: stdout, err: stderr };
}

function fileWith(name: string, contents: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof contents === 'string' ? contents : JSON.stringify(contents));
  return path;
}

/** Exit status 2, nothing on standard output, exactly one line of trouble without a stack. */
function expectComplaint({ status, out, err }: Ran, about: RegExp): void {
  expect(err).toMatch(about);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  expect(out).toBe('');
  expect(status).toBe(2);
}

describe('trace', () => {
  it('exits with 0 when the packet arrives and prints both ways', () => {
    const { status, out, err } = cli('trace', SHOP, '--from', 'internet', '--to', 'front', '--port', '443');
    expect(out).toMatch(
      /^internet → front {2}tcp port 443\nREACHABLE\nasked of the design, as if everything were running\n/,
    );
    expect(out).toMatch(/\nThere\n[\s\S]*igw-0a11000000000000e[\s\S]*\nBack\n/);
    expect(err).toBe('(Not everything of the input is held: 1 warning; the command import lists them.)\n');
    expect(status).toBe(0);
  });

  it('exits with 1 when it does not, and prints every blocker as JSON with the ids of AWS', () => {
    const { status, out } = cli(
      'trace',
      SHOP,
      '--from',
      'i-0a11000000000000d1',
      '--to',
      '198.51.100.200',
      '--port',
      '443',
      '--json',
    );
    const result = JSON.parse(out) as {
      verdict: string;
      direction: string;
      blockers: { code: string; resource: string; fix?: { label: string; changes: { id: string }[] } }[];
      forward: { hops: { resource: string; decidedBy?: { resource: string } }[] };
    };
    expect([status, result.verdict, result.direction]).toEqual([1, 'unreachable', 'forward']);
    expect(result.blockers.map(({ code }) => code)).toEqual([
      'SG_HAS_NO_RULES',
      'SUBNET_ACL_RESTRICTION',
      'NO_ROUTE_TO_DESTINATION',
    ]);
    for (const { resource } of [...result.blockers, ...result.forward.hops])
      expect(resource).toMatch(/-0a11/);
    expect(result.blockers[0]?.fix?.changes[0]?.id).toBe('sg-0a1100000000000a2');
  });

  it('answers a file of queries, one JSON line each in the same order, also those about nothing', () => {
    const queries = fileWith('queries.json', [
      { id: 'third', from: 'internet', to: 'front', port: 443 },
      { id: 'first', from: 'nobody', to: 'front', port: 443 },
      { id: 'second', from: 'worker', to: 'orders', protocol: 6, port: 5432 },
    ]);
    const { status, out } = cli('trace', SHOP, '--queries', queries);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; verdict: string });
    expect(lines.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['third', 'reachable'],
      ['first', 'unknown'],
      ['second', 'reachable'],
    ]);
    expect(status).toBe(1);
  });

  it('refuses a file of queries with a slip in it before it answers any', () => {
    const queries = fileWith('slip.json', [
      { from: 'internet', to: 'front' },
      { from: 'internet', prot: 443 },
    ]);
    expectComplaint(
      cli('trace', SHOP, '--queries', queries),
      /slip\.json: \[1\]\.prot is not known; allowed: id, from, to/,
    );
  });

  it.each([
    [
      ['--from', 'internet', '--to', 'front', '--port', '70000'],
      /--port is "70000"; allowed: a whole number from 0 to 65535/,
    ],
    [
      ['--from', 'internet', '--to', 'front', '--protocol', 'http'],
      /--protocol is "http"; allowed: tcp, udp/,
    ],
    [['--from', 'internet', '--to', 'front', '--at', 'soon'], /--at is "soon"; allowed: .*1h30m/],
    [['--from', 'internet'], /--to is missing/],
  ])('says what is wrong with %j', (options, about) => {
    expectComplaint(cli('trace', SHOP, ...options), about);
  });
});

describe('conversions', () => {
  it('import writes a scenario with a report, link makes a link of it, and all three answer alike', () => {
    const scenario = join(folder, 'shop.json');
    const imported = cli('import', SHOP, '-o', scenario);
    expect(imported.out).toContain('Taken over: 1 VPC, 3 subnets');
    const linked = cli('link', scenario, '--base', 'https://example.org/playground/');
    expect(linked.out).toMatch(/^https:\/\/example\.org\/playground\/#1\.[\w.-]+\n$/);
    const ask = ['--from', 'front', '--to', 'orders', '--port', '5432', '--json'];
    const answers = [SHOP, scenario, linked.out.trim()].map((input) => cli('trace', input, ...ask));
    expect(answers.map(({ status }) => status)).toEqual([1, 1, 1]);
    expect(new Set(answers.map(({ out }) => out)).size).toBe(1);
  });

  it('run prints one JSON event a line and a summary last', () => {
    const { status, out } = cli(
      'run',
      join(ROOT, 'engine/scenarios/corner-shop/scenario.json'),
      '--until',
      '1h',
      '--json',
    );
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { summary?: { events: number; until: number } });
    expect(lines.at(-1)?.summary).toMatchObject({ events: lines.length - 1, until: 3_600_000 });
    expect(lines.length).toBeGreaterThan(1);
    expect(status).toBe(0);
  });
});

describe('hostile input', () => {
  const ask = ['--from', 'a', '--to', 'b'];

  it('nested a million levels deep is one line', () => {
    expectComplaint(cli('trace', fileWith('deep.json', '['.repeat(1_000_000)), ...ask), /deep\.json/);
    expectComplaint(
      cli('trace', fileWith('deeper.json', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`), ...ask),
      /64 levels/,
    );
  });

  it('with a __proto__ key is one line', () => {
    expectComplaint(
      cli('trace', fileWith('proto.json', '{"Vpcs":[{"__proto__":{"VpcId":"x"}}]}'), ...ask),
      /__proto__/,
    );
  });

  it('that is a link which inflates to gigabytes is one line', () => {
    const payload = makeBase64url(deflateSync(new Uint8Array(64_000_000), { level: 9 }));
    const link = `https://example.org/#0.${payload.length}.${crc32(payload).toString(36)}.${payload}`;
    expectComplaint(cli('trace', fileWith('bomb.txt', link), ...ask), /more than is opened/);
  });

  it('that is missing, empty or something else is one line', () => {
    expectComplaint(cli('trace', 'nowhere.json', ...ask), /nowhere\.json: there is no such file or folder/);
    expectComplaint(cli('trace', fileWith('empty.json', ''), ...ask), /empty\.json/);
    expectComplaint(cli('link', fileWith('other.json', { name: 'x' })), /No list of AWS output/);
  });
});

describe('the program itself', () => {
  it('explains itself, names its version, and says what is not there yet', () => {
    expect(cli('--help')).toMatchObject({ status: 0, err: '' });
    expect(cli('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(cli('trace', '--help').out).toContain('--queries FILE');
    expectComplaint(cli('export', SHOP), /"export" is not there yet/);
    expectComplaint(cli('fly'), /no command "fly"/);
  });
});
