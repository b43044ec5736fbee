/** What is reached, exposed, changed and checked, as people ask for it. Few, because each starts Node. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SHOP = join(ROOT, 'engine/scenarios/aws-public-private/describe');
const SERVICES = join(ROOT, 'engine/scenarios/aws-services/describe');
const CORNER = join(ROOT, 'engine/scenarios/corner-shop/scenario.json');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ec2-playground-analysis-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cli(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/cli.mjs'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, out: stdout, err: stderr };
}

interface CornerShop {
  resources: { id: string; kind: string; securityGroupIngress?: object[] }[];
  checks: object[];
}

function cornerShopWith(name: string, change: (document: CornerShop) => void): string {
  const document = JSON.parse(readFileSync(CORNER, 'utf8')) as CornerShop;
  change(document);
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(document));
  return path;
}

const webGroup = ({ resources }: CornerShop): object[] => {
  const found = resources.find(
    ({ kind, securityGroupIngress = [] }) =>
      kind === 'security-group' && JSON.stringify(securityGroupIngress).includes('198.51.100.0/24'),
  );
  return found?.securityGroupIngress ?? [];
};

function expectComplaint(ran: ReturnType<typeof cli>, about: RegExp): void {
  expect(ran.err).toMatch(about);
  expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  expect([ran.status, ran.out]).toEqual([2, '']);
}

describe('reach', () => {
  it('lists what works between groups as a table', () => {
    const { status, out } = cli('reach', SHOP);
    expect(out).toMatch(/^From +To +Traffic\n/);
    expect(out).toMatch(/\nworker +orders +tcp 5432\n/);
    expect(out).toMatch(/\nthe internet +front +tcp 443 from every public address but 192\.0\.2\.0\/24;/);
    expect(status).toBe(0);
  });

  it('gives one row for each kind of traffic as CSV, only to the end that is asked for', () => {
    const { out } = cli('reach', SHOP, '--to', 'orders', '--format', 'csv');
    const rows = out.split('\r\n').filter((row) => row !== '');
    expect(rows[0]).toMatch(/^from,to,family,result,protocols,ports,/);
    expect(rows.slice(1)).toEqual([
      'i-0a11000000000000c1,i-0a11000000000000d1,4,works,tcp,5432,,,,,tcp 5432,worker,orders',
    ]);
  });

  it('names groups, sets and pairs as JSON, and every single pair when expanded', () => {
    const { families } = JSON.parse(cli('reach', CORNER, '--json').out) as {
      families: {
        groups: { id: number; label: string }[];
        sets: { text: string }[];
        pairs: { from: number; to: number; set: number }[];
      }[];
    };
    const [only] = families;
    const said = only?.pairs.map(({ from, to, set }) =>
      [from, to]
        .map((id) => only.groups.find((group) => group.id === id)?.label)
        .concat(only.sets[set]?.text),
    );
    expect(said).toContainEqual(['web-1', 'orders-1', 'tcp 5432']);
    const lines = cli('reach', CORNER, '--json', '--expand')
      .out.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { from: string; to: string; text: string });
    expect(lines).toContainEqual(
      expect.objectContaining({ from: 'i-1', to: 'internet', text: 'everything' }),
    );
  });

  it('exits with 1 where nothing works between the two ends asked for', () => {
    expect(cli('reach', SHOP, '--from', 'worker', '--to', 'orders').status).toBe(0);
    const none = cli('reach', SHOP, '--from', 'front', '--to', 'orders');
    expect([none.status, none.out.split('\n')[1]]).toEqual([1, 'Nothing works.']);
  });

  it.each([
    [['--format', 'xml'], /--format is "xml"; allowed: table, csv, json/],
    [['--from', 'nobody'], /There is no "nobody" here/],
    [['--from', 'internet:203.0.113.7'], /stands in no group of interfaces/],
  ])('says what is wrong with %j', (options, about) => {
    expectComplaint(cli('reach', SHOP, ...options), about);
  });
});

describe('exposure', () => {
  it('says who is reached, by which address, gateway and rule', () => {
    const { status, out } = cli('exposure', SHOP);
    expect(out).toMatch(/\nThe internet reaches\n {2}front \(203\.0\.113\.31\)\n {6}tcp 443/);
    expect(out).toMatch(/\n {6}by sg-0a1100000000000a1 inbound\[0\]: allow tcp 443 from 0\.0\.0\.0\/0\n/);
    expect(status).toBe(0);
  });

  it('gives the same as JSON, in the ids of AWS', () => {
    const { inbound } = JSON.parse(cli('exposure', SHOP, '--json').out) as {
      inbound: { members: object[]; why: { resource: string }[] }[];
    };
    expect(inbound[0]?.members[0]).toMatchObject({
      instanceId: 'i-0a11000000000000b1',
      publicAddresses: ['203.0.113.31'],
    });
    for (const { resource } of inbound[0]?.why ?? []) expect(resource).toMatch(/-0a11/);
  });
});

describe('diff', () => {
  it('exits with 0 where nothing differs, and with 1 and the pairs where something does', () => {
    expect(cli('diff', SHOP, SHOP).status).toBe(0);
    const opened = cornerShopWith('opened.json', (document) =>
      webGroup(document).push({ ipProtocol: 'tcp', cidrIp: '0.0.0.0/0', fromPort: 443, toPort: 443 }),
    );
    const { status, out } = cli('diff', CORNER, opened);
    expect(out).toMatch(/\n\+ the internet → web-1\n/);
    expect(out).toContain('    + tcp 443 from every public address');
    expect(out).toContain('! check "Customers reach the shop": fails before, holds now.');
    expect(status).toBe(1);
    const { pairs } = JSON.parse(cli('diff', opened, CORNER, '--json').out) as { pairs: { type: string }[] };
    expect(new Set(pairs.map(({ type }) => type))).toEqual(new Set(['lost']));
  });

  it('takes exactly two inputs', () => {
    expectComplaint(cli('diff', SHOP), /takes two inputs and was given 1/);
  });
});

describe('check', () => {
  it('exits with 1 when a check fails, with its reason and the packet that shows it, and writes JUnit XML', () => {
    const file = join(folder, 'results.xml');
    const { status, out } = cli('check', CORNER, '--junit', file);
    expect(out).toMatch(/^✗ Customers reach the shop\n {4}sg-web has no inbound rule/);
    expect(out).toMatch(/\n {4}For example: trace --from internet-1 --to i-1 --protocol tcp --port 443\n/);
    expect(status).toBe(1);
    expect(readFileSync(file, 'utf8')).toMatch(
      /<testsuites name="ec2-playground" tests="2" failures="1" errors="0">/,
    );
  });

  it('counts what can’t be told as failing', () => {
    const unknown = cornerShopWith('unknown.json', (document) => {
      document.checks = [{ id: 'c', type: 'cannot-reach', from: 'web-1', to: 'nobody', protocol: 'tcp' }];
    });
    const { status, out } = cli('check', unknown);
    expect([status, out.split('\n')[0]]).toEqual([1, '? web-1 does not reach nobody']);
  });

  it('exits with 0 where there are no checks, and says so', () => {
    const { status, out, err } = cli('check', SHOP);
    expect([status, out]).toEqual([0, '']);
    expect(err).toContain('has no checks');
  });

  it('refuses a file with a range of ports the wrong way round', () => {
    const inverted = cornerShopWith('inverted.json', (document) =>
      webGroup(document).push({ ipProtocol: 'tcp', cidrIp: '0.0.0.0/0', fromPort: 443, toPort: 80 }),
    );
    expectComplaint(
      cli('check', inverted),
      /securityGroupIngress\[\d\] has the ports 443 to 80; allowed: a range/,
    );
  });
});

describe('trace', () => {
  it('shows first what a name was looked up as', () => {
    const name = 'shop-1.elb.us-east-1.amazonaws.com';
    const { out } = cli('trace', SERVICES, '--from', 'internet', '--to', name, '--port', '80');
    expect(out).toMatch(/^shop-1\.elb\.us-east-1\.amazonaws\.com = 198\.51\.100\.21, 198\.51\.100\.22\n/);
  });

  it('answers for an address that nobody has, and refuses what makes no sense', () => {
    const nobodys = cli('trace', SHOP, '--from', '10.99.99.99', '--to', 'front', '--json');
    expect([nobodys.status, (JSON.parse(nobodys.out) as { code: string }).code]).toEqual([
      1,
      'NO_SOURCE_OR_DESTINATION',
    ]);
    const ask = ['trace', SHOP, '--from', 'front', '--to', 'worker'];
    expectComplaint(cli(...ask, '--protocol', 'icmp', '--port', '80'), /--port is 80, but icmp has no ports/);
    expectComplaint(cli(...ask, '--icmp-type', '8'), /--icmp-type is 8, but the protocol is tcp/);
    expectComplaint(cli(...ask, '--source-address', '10.0.0'), /--source-address is "10\.0\.0"/);
  });
});
