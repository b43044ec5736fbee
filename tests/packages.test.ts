import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInstalled } from '../scripts/lib/packages.mjs';

type Version = readonly [major: number, minor: number, patch: number];

const LOWEST_NODE: Version = [20, 19, 0];

const parseVersion = (text: string): Version => {
  const [major = '0', minor = '0', patch = '0'] = text.split('.').map((part) => (part === 'x' ? '0' : part));
  return [Number(major), Number(minor), Number(patch)];
};

const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** One comparison of an npm range: `>=20.19`, `^18.0.0`, `~20.1`, `20.x`, `20`, `*`. */
function admitsOne(comparator: string, version: Version): boolean {
  const match = /^(>=|<=|>|<|\^|~|=)?v?(\*|\d+(?:\.(?:\d+|x))*)$/.exec(comparator);
  if (!match?.[2]) throw new Error(`engines.node says "${comparator}", which this test cannot read`);
  if (match[2] === '*') return true;
  const bound = parseVersion(match[2]);
  const order = compare(version, bound);
  switch (match[1]) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '^':
      return order >= 0 && version[0] === bound[0];
    case '~':
      return order >= 0 && version[0] === bound[0] && version[1] === bound[1];
    default:
      return match[2].split('.').every((part, place) => part === 'x' || Number(part) === version[place]);
  }
}

/** Whether a range of package.json admits a version: alternatives by `||`, all of the comparisons in each. */
const admits = (range: string, version: Version): boolean =>
  range.split('||').some((alternative) =>
    alternative
      .replace(/(>=|<=|>|<|\^|~|=)\s+/g, '$1')
      .split(/\s+/)
      .filter(Boolean)
      .every((comparator) => admitsOne(comparator, version)),
  );

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; optional?: boolean; engines?: { node?: string } }>;
};

describe('the packages', () => {
  it('all run on Node 20.19, the lowest this project promises', () => {
    const refusing = Object.entries(lockfile.packages)
      .filter(([, entry]) => entry.engines?.node && !admits(entry.engines.node, LOWEST_NODE))
      .map(([path, entry]) => `${path} ${entry.version} wants Node ${entry.engines?.node}`);
    expect(refusing).toEqual([]);
  });

  it('a range that excludes 20.19 is seen', () => {
    const refused = ['>=22', '^22.0.0', '>=18 <20', '^20.20 || >=22.12', '~20.18.1', '18.x || 22'];
    const admitted = ['>=18', '*', '^20.19.0 || >=22.12.0', '>= 10', '18 || 20 || >=22', '20.x', '>=18 <21'];
    expect(refused.filter((range) => admits(range, LOWEST_NODE))).toEqual([]);
    expect(admitted.filter((range) => !admits(range, LOWEST_NODE))).toEqual([]);
  });

  it('are named without an address: the client asks whichever registry it is set up for', () => {
    const addressed = Object.values(
      lockfile.packages as Record<string, { resolved?: string; link?: boolean }>,
    ).filter((entry) => entry.resolved !== undefined);
    expect(addressed).toEqual([]);
  });
});

describe('installing', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/mac': { version: '2.0.0', optional: true },
  };

  it('is not done again when everything is there', () => {
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  it('is done when nothing is there, one is missing, or one has another version', () => {
    expect(isInstalled(wanted, undefined)).toBe(false);
    expect(isInstalled(wanted, {})).toBe(false);
    expect(isInstalled(wanted, { 'node_modules/a': { version: '0.9.0' } })).toBe(false);
  });
});
