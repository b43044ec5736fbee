import { describe, expect, it } from 'vitest';
import type { Result } from '../model/result';
import { emptyScenario } from './empty';
import { makeScenario, parseScenario, readScenario, validateScenario } from './scenario-file';

const frame = { format: 'ec2-playground', version: 1 };
const region = { id: 'region-1', kind: 'region', regionName: 'us-east-1' };
const vpc = { id: 'vpc-1', kind: 'vpc', region: 'region-1', cidrBlock: '10.0.0.0/16' };
const zone = { id: 'az-1', kind: 'zone', region: 'region-1', zoneName: 'us-east-1a' };
const subnet = {
  id: 'subnet-1',
  kind: 'subnet',
  vpcId: 'vpc-1',
  availabilityZone: 'az-1',
  cidrBlock: '10.0.0.0/24',
};
const server = { id: 'i-1', kind: 'instance', instanceType: 't3.micro' };
const eni = {
  id: 'eni-1',
  kind: 'network-interface',
  subnetId: 'subnet-1',
  groupSet: [],
  attachment: { instanceId: 'i-1', deviceIndex: 0, deleteOnTermination: true },
};
const file = (resources: unknown, more: object = {}): string =>
  JSON.stringify({ ...frame, ...more, resources });

function errorOf<T>(result: Result<T>) {
  if (result.ok) throw new Error('It was accepted.');
  expect(result.error.message).not.toMatch(/\n/);
  return result.error;
}

describe('a scenario file', () => {
  it('comes back as the document it was made of', () => {
    const document = emptyScenario();
    expect(parseScenario(makeScenario(document))).toEqual({ ok: true, value: document });
  });

  it('gives the same text whatever the order of the resources in memory', () => {
    const document = emptyScenario();
    const reversed = {
      ...document,
      resources: Object.fromEntries(Object.entries(document.resources).reverse()),
    };
    expect(makeScenario(reversed)).toBe(makeScenario(document));
  });

  it('leaves out what is as by default', () => {
    const parsed = parseScenario(file([region, vpc]));
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value.resources['vpc-1']).toMatchObject({ enableDnsSupport: true });
    expect(makeScenario(parsed.value)).not.toContain('enableDnsSupport');
    expect(makeScenario(parsed.value)).not.toContain('Untitled');
  });
});

describe('a file that is not one', () => {
  it.each([
    ['', 'line 1, column 1'],
    ['{"a": 1,\n  "b": nul }', 'line 2, column 8'],
    ['[1, 2,, 3]', 'line 1, column 7'],
    ['{"a" 1}', 'line 1, column 6'],
    ['{"a": 1', 'line 1, column 8'],
    ['<html>', 'line 1, column 1'],
    ['{} {}', 'line 1, column 4'],
  ])('%j is not JSON at %s', (text, where) => {
    expect(errorOf(parseScenario(text))).toMatchObject({ reason: 'not-json', where });
  });

  it.each(['null', '1', '"x"', '[]', '{}', '{"Vpcs": []}', '{"format": "tldraw"}'])(
    '%s is JSON but no scenario',
    (text) => {
      expect(errorOf(parseScenario(text)).reason).toBe('not-a-scenario');
    },
  );

  it('of a newer version is refused with the reason', () => {
    const error = errorOf(parseScenario(JSON.stringify({ ...frame, version: 2, resources: [] })));
    expect(error.reason).toBe('newer-version');
    expect(error.message).toContain('version 2');
  });

  it('nested 100,000 levels deep is refused', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(errorOf(parseScenario(deep)).reason).toBe('too-deep');
    expect(errorOf(parseScenario('['.repeat(100_000))).reason).toBe('not-json');
    expect(
      errorOf(
        parseScenario(file([region], { title: JSON.parse(deep.slice(0, 70) + deep.slice(-70)) as unknown })),
      ).reason,
    ).toBe('too-deep');
  });

  it('with more than 100,000 resources is refused unread', () => {
    expect(errorOf(parseScenario(file(Array.from({ length: 100_001 }, () => 0)))).reason).toBe('too-large');
  });
});

describe('a mistake in a scenario', () => {
  it.each<[string, unknown, string, RegExp]>([
    [
      'a wrong block',
      [region, { ...vpc, cidrBlock: '10.0.0.0/33' }],
      'resources[1].cidrBlock',
      /"10.0.0.0\/33"; allowed: an IPv4 block .*\/16 to \/28/,
    ],
    [
      'a wrong type',
      [{ ...region, regionName: 5 }],
      'resources[0].regionName',
      /is 5; allowed: a region code/,
    ],
    [
      'a missing property',
      [region, { ...vpc, cidrBlock: undefined }],
      'resources[1].cidrBlock',
      /is missing; expected/,
    ],
    [
      'a misspelt property',
      [region, { ...vpc, cidrBlok: 'x' }],
      'resources[1]',
      /"cidrBlok"\. Did you mean "cidrBlock"/,
    ],
    ['an illegal id', [{ ...region, id: '__proto__' }], 'resources[0].id', /allowed: an id/],
    ['the id constructor', [{ ...region, id: 'constructor' }], 'resources[0].id', /allowed: an id/],
    ['no object', [region, 7], 'resources[1]', /is 7; allowed: an object/],
    ['no kind', [{ id: 'a' }], 'resources[0].kind', /is missing/],
    ['an id twice', [region, vpc, vpc], 'resources[2].id', /"vpc-1", which another resource has/],
    ['a dangling reference', [vpc], 'resources[0].region', /names "region-1", which is not in the document/],
    [
      'a reference to another kind',
      [region, { ...vpc, region: 'az-1' }, zone],
      'resources[1].region',
      /which is an Availability Zone/,
    ],
    [
      'a thing that stands in itself',
      [region, { ...vpc, region: 'vpc-1' }],
      'resources[1].region',
      /which is a VPC/,
    ],
    [
      'two primary interfaces',
      [region, zone, vpc, subnet, server, eni, { ...eni, id: 'eni-2' }],
      'resources[6].attachment.deviceIndex',
      /where eni-1 already is/,
    ],
    [
      'a nested mistake',
      [region, zone, vpc, subnet, server, { ...eni, attachment: { ...eni.attachment, deviceIndex: -1 } }],
      'resources[5].attachment.deviceIndex',
      /is -1; allowed: a whole number from 0 to 63/,
    ],
  ])('%s is told with place, value and what is allowed', (_, resources, where, message) => {
    const error = errorOf(parseScenario(file(resources)));
    expect(error.where).toBe(where);
    expect(error.message).toMatch(message);
  });

  it.each<[object, string]>([
    [{ seed: -1 }, 'seed'],
    [{ seed: 4_294_967_296 }, 'seed'],
    [{ seed: 1.5 }, 'seed'],
    [{ startsAt: 'yesterday' }, 'startsAt'],
    [{ startsAt: '2026-13-01T00:00:00Z' }, 'startsAt'],
    [{ layout: { 'vpc-1': { x: 1 } } }, 'layout["vpc-1"].y'],
    [{ layout: { 'vpc-1': { x: 1, y: 1e99 } } }, 'layout["vpc-1"].y'],
    [{ observed: { 'vpc-9': {} } }, 'observed.vpc-9'],
    [{ script: [{ id: 'a', at: 0, type: 'stop', target: 'vpc-1' }] }, 'script[0].target'],
    [
      { checks: [{ id: 'c', type: 'can-reach', from: 'a', to: 'b', protocol: 'tcp', port: 70_000 }] },
      'checks[0].port',
    ],
    [{ checks: [{ id: 'c', type: 'reaches', from: 'a', to: 'b', protocol: 'tcp' }] }, 'checks[0].type'],
    [
      { checks: [{ id: 'c', type: 'only-these-reach', from: 'a', to: 'b', protocol: 'tcp' }] },
      'checks[0].from',
    ],
    [{ checks: [{ id: 'c', type: 'stays-in-vpc', from: 'a', to: 'b' }] }, 'checks[0]'],
    [{ checks: [{ id: 'c', type: 'stays-in-vpc', from: 'a', ignoring: ['time'] }] }, 'checks[0].ignoring[0]'],
    [{ checks: ['c'] }, 'checks[0]'],
    [
      {
        notes: [
          { id: 'n', text: '', x: 0, y: 0 },
          { id: 'n', text: '', x: 0, y: 0 },
        ],
      },
      'notes[1].id',
    ],
    [{ titel: 'x' }, 'the document'],
  ])('%j is refused at %s', (more, where) => {
    expect(errorOf(parseScenario(file([region, vpc], more))).where).toBe(where);
  });

  it('with a number that JSON reads as infinite is refused', () => {
    const text = `{"format":"ec2-playground","version":1,"resources":[],"layout":{"a":{"x":1e999,"y":0}}}`;
    expect(errorOf(parseScenario(text)).where).toBe('layout.a.x');
  });
});

describe('names that plain objects answer to', () => {
  it.each(['resources', 'layout', 'observed', 'accounts'])('__proto__ as a key of %s is refused', (part) => {
    const text = `{"format":"ec2-playground","version":1,"resources":[],"${part}":{"__proto__":{"polluted":true}}}`;
    expect(errorOf(parseScenario(text)).reason).toBe('invalid');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('__proto__ as a tag is refused and constructor is a tag like any other', () => {
    const tagged = (tags: string) =>
      `{"format":"ec2-playground","version":1,"resources":[{"id":"region-1","kind":"region","regionName":"us-east-1","tags":${tags}}]}`;
    expect(errorOf(parseScenario(tagged('{"__proto__":"x"}'))).message).toContain('__proto__');
    const parsed = parseScenario(tagged('{"constructor":"x","toString":"y"}'));
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value.resources['region-1']?.tags).toEqual({ constructor: 'x', toString: 'y' });
    expect(parseScenario(makeScenario(parsed.value))).toEqual(parsed);
  });
});

describe('what this version does not know', () => {
  it('an unknown kind is left out and named, with what can’t be without it', () => {
    const read = readScenario(
      file([region, { id: 'tgw-1', kind: 'transit-gateway' }, { ...vpc, region: 'tgw-1' }, zone], {
        layout: { 'tgw-1': { x: 0, y: 0 }, 'az-1': { x: 1, y: 1 } },
        script: [{ id: 'act-1', at: 0, type: 'stop', target: 'tgw-1' }],
      }),
    );
    if (!read.ok) throw new Error(read.error.message);
    expect(Object.keys(read.value.document.resources)).toEqual(['region-1', 'az-1']);
    expect(read.value.document.layout).toEqual({ 'az-1': { x: 1, y: 1 } });
    expect(read.value.document.script).toEqual([]);
    expect(read.value.setAside.map((line) => line.where)).toEqual(['resources[1]', 'vpc-1', 'script[0]']);
    expect(read.value.setAside[0]?.message).toContain('"transit-gateway"');
  });

  it('an optional reference to it is let go', () => {
    const read = readScenario(
      file([region, zone, vpc, subnet, { id: 'i-1', kind: 'machine' }, { ...eni, groupSet: ['i-1'] }]),
    );
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.document.resources['eni-1']).toEqual({
      id: 'eni-1',
      kind: 'network-interface',
      subnetId: 'subnet-1',
      groupSet: [],
      sourceDestCheck: true,
    });
  });
});

describe('a document from memory', () => {
  it('is taken by id too', () => {
    expect(validateScenario(emptyScenario())).toEqual({ ok: true, value: emptyScenario() });
  });

  it('is refused where key and id differ', () => {
    const document = { ...emptyScenario(), resources: { 'vpc-1': { ...vpc, id: 'vpc-2' } } };
    expect(errorOf(validateScenario(document)).where).toBe('resources["vpc-1"]');
  });
});
