/**
 * Random documents for property tests: every property that the kinds' fields allow, every reference to a thing that
 * is there. Well formed, and otherwise as wild as a file may be: not a network that AWS would build.
 */
import fc from 'fast-check';
import { DESCRIPTORS, type Resource, type Scenario } from '../catalog/descriptors';
import { ACTION_TYPES, DOCUMENT_FORMAT, DOCUMENT_VERSION, type ScriptAction } from '../model/document';
import { makeIpv4 } from '../model/ip/ipv4';
import type { Field } from '../model/kind';
import type { ResourceId } from '../model/resource';

type Ids = Readonly<Record<string, readonly ResourceId[]>>;

/** @param maxOfKind resources of each kind, at least one of each */
export const arbitraryScenario = (maxOfKind = 4): fc.Arbitrary<Scenario> =>
  arbitraryIds(maxOfKind).chain(arbitraryDocument);

const number = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 2_000_000 }));

function arbitraryIds(maxOfKind: number): fc.Arbitrary<Ids> {
  const ofKinds = DESCRIPTORS.map(({ kind, idPrefix }) =>
    fc
      .uniqueArray(
        fc.oneof(
          { weight: 8, arbitrary: number.map((value) => `${idPrefix}-${value}`) },
          { weight: 1, arbitrary: number.map((value) => `${idPrefix}-0${value}`) },
          { weight: 1, arbitrary: fc.constantFrom(`${kind}-main`, `my-${kind}`, `${kind}7`) },
        ),
        { minLength: 1, maxLength: maxOfKind },
      )
      .map((ids): [string, readonly string[]] => [kind, ids]),
  );
  return fc.tuple(...ofKinds).map((entries) => Object.fromEntries(entries));
}

function arbitraryDocument(ids: Ids): fc.Arbitrary<Scenario> {
  const all = Object.values(ids).flat();
  const anyId = fc.constantFrom(...all);
  const lane = fc.tuple(fc.constantFrom(...(ids['vpc'] ?? [])), fc.constantFrom(...(ids['zone'] ?? [])));
  return fc
    .record({
      resources: fc.tuple(
        ...DESCRIPTORS.flatMap(({ kind, fields }) =>
          (ids[kind] ?? []).map((id) => resource(id, kind, fields, ids)),
        ),
      ),
      seed: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 4_294_967_295 })),
      title: fc.oneof(fc.constant('Untitled'), text(256)),
      startsAt: fc.constantFrom('2026-01-01T00:00:00Z', '2024-02-29T23:59:59.5Z'),
      accounts: fc.dictionary(
        fc.constantFrom('111111111111', '222222222222'),
        fc.record({ name: text(256) }, { requiredKeys: [] }),
        { noNullPrototype: true },
      ),
      observed: fc.dictionary(anyId, observed, { maxKeys: 8, noNullPrototype: true }),
      layout: fc.dictionary(
        fc.oneof(
          anyId,
          lane.map((ends) => ends.join('/')),
        ),
        box,
        {
          maxKeys: 20,
          noNullPrototype: true,
        },
      ),
      script: fc.uniqueArray(action(ids), { maxLength: 6, selector: ({ id }) => id }),
      checks: fc.uniqueArray(check, { maxLength: 4, selector: ({ id }) => id }),
      slides: fc.uniqueArray(slide(anyId), { maxLength: 3, selector: ({ id }) => id }),
      notes: fc.uniqueArray(note, { maxLength: 3, selector: ({ id }) => id }),
    })
    .map(({ resources, script, ...frame }) => ({
      format: DOCUMENT_FORMAT,
      version: DOCUMENT_VERSION,
      ...frame,
      resources: Object.fromEntries(oneSeatEach(resources).map((item) => [item.id, item])),
      script: script.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    }));
}

/** Texts that look like something else, and such as no keyboard makes. */
const oddTexts = [
  '',
  'web-1',
  'web-01',
  'i-0123456789abcdef0',
  '10.0.0.1',
  '10.0.0.0/8',
  'constructor',
  '\ud800',
  '🛒-7',
  '\0',
];

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ maxLength: Math.min(maxLength, 24) }),
    fc.string({ unit: 'binary', maxLength: 6 }).map((value) => value.slice(0, maxLength)),
    fc.constantFrom(...oddTexts).map((value) => value.slice(0, maxLength)),
    fc.integer({ min: 0, max: 99 }).map((value) => `server-${value}`.slice(0, maxLength)),
  );

const ipv4 = fc
  .oneof(fc.integer({ min: 0x0a000004, max: 0x0a000020 }), fc.integer({ min: 0, max: 0xffffffff }))
  .map(makeIpv4);

function ipv4Cidr(minPrefix = 0, maxPrefix = 32): fc.Arbitrary<string> {
  // Host bits may be set: AWS takes and clears them.
  return fc
    .tuple(ipv4, fc.integer({ min: minPrefix, max: maxPrefix }))
    .map(([ip, prefix]) => `${ip}/${prefix}`);
}

const ipv6 = fc.constantFrom('::', '2001:db8::4', 'fe80::1', '2001:DB8:0:0:0:0:0:1', '::ffff:10.0.0.1');

function valueOf(field: Field, ids: Ids): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return text(field.maxLength);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: field.min, max: field.max });
    case 'choice':
      return fc.constantFrom(...field.choices.map((choice) => choice.value));
    case 'ipv4':
      return ipv4;
    case 'ipv6':
      return ipv6;
    case 'ipv4-cidr':
      return ipv4Cidr(field.minPrefix, field.maxPrefix);
    case 'ipv6-cidr':
      return fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })).map(([ip, prefix]) => `${ip}/${prefix}`);
    case 'protocol':
      return fc.constantFrom('-1', 'tcp', 'udp', 'icmp', 'icmpv6', '0', '47', '255');
    case 'instance-type':
      return fc.constantFrom('t3.micro', 'm5.large', 'u-6tb1.56xlarge', 'x9.unknown');
    case 'region':
      return fc.constantFrom('us-east-1', 'eu-central-1', 'ap-southeast-4', 'us-gov-west-1');
    case 'reference': {
      const there = field.to.flatMap((kind) => ids[kind] ?? []);
      return field.relation === 'routes-to'
        ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...there) }, fc.constant('gone-1'))
        : fc.constantFrom(...there);
    }
    case 'object':
      return properties(field.fields, ids);
    case 'list':
      return fc.array(valueOf(field.of, ids), { maxLength: Math.min(field.maxItems, 3) });
  }
}

function properties(fields: readonly Field[], ids: Ids): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.key, valueOf(field, ids)])), {
    requiredKeys: fields.filter((field) => !field.optional).map((field) => field.key),
    noNullPrototype: true,
  });
}

const tags = fc.dictionary(
  fc
    .oneof(text(128), fc.constantFrom('Name', 'constructor', 'toString'))
    .filter((key) => key !== '__proto__'),
  text(256),
  { maxKeys: 3, noNullPrototype: true },
);

function resource(id: ResourceId, kind: string, fields: readonly Field[], ids: Ids): fc.Arbitrary<Resource> {
  return fc
    .tuple(
      properties(fields, ids),
      fc.record(
        { name: text(256), tags, account: fc.constantFrom('111111111111', '222222222222') },
        { requiredKeys: [], noNullPrototype: true },
      ),
    )
    .map(([own, common]) => ({ id, kind, ...common, ...own }) as unknown as Resource);
}

/** An instance has one interface at each device index. */
function oneSeatEach(resources: readonly Resource[]): readonly Resource[] {
  const taken = new Set<string>();
  return resources.map((item) => {
    if (item.kind !== 'network-interface' || !item.attachment) return item;
    const seat = `${item.attachment.instanceId} ${item.attachment.deviceIndex}`;
    if (!taken.has(seat)) {
      taken.add(seat);
      return item;
    }
    const { attachment: _, ...free } = item;
    return free;
  });
}

const pixels = fc.integer({ min: -5000, max: 5000 });
const box = fc.record(
  {
    x: pixels,
    y: pixels,
    width: fc.integer({ min: 1, max: 5000 }),
    height: fc.integer({ min: 1, max: 5000 }),
  },
  { requiredKeys: ['x', 'y'], noNullPrototype: true },
);

const observed = fc.record(
  {
    awsId: fc.oneof(fc.constantFrom('i-0123456789abcdef0', 'eni-fedcba98765432100', 'vol-1'), text(128)),
    state: fc.constantFrom('running', 'stopped', 'available', 'in-use'),
    publicIps: fc.dictionary(ipv4, ipv4, { maxKeys: 2, noNullPrototype: true }),
    routeStates: fc.dictionary(ipv4Cidr(), fc.constantFrom('active', 'blackhole'), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const time = fc.oneof(fc.integer({ min: 0, max: 600_000 }), fc.integer({ min: 0, max: 3_155_760_000_000 }));
const partId = (prefix: string) => fc.integer({ min: 1, max: 40 }).map((value) => `${prefix}-${value}`);

function action(ids: Ids): fc.Arbitrary<ScriptAction> {
  const target = {
    instance: fc.constantFrom(...(ids['instance'] ?? [])),
    zone: fc.constantFrom(...(ids['zone'] ?? [])),
    volume: fc.constantFrom(...(ids['volume'] ?? [])),
  };
  return fc.constantFrom(...ACTION_TYPES).chain((type) =>
    fc.record(
      {
        id: partId('act'),
        at: time,
        type: fc.constant(type),
        target:
          type === 'fail-zone' || type === 'restore-zone'
            ? target.zone
            : type === 'write-data'
              ? fc.oneof(target.instance, target.volume)
              : target.instance,
        label: text(256),
        to: fc.oneof(fc.constantFrom('root', 'instance-store'), target.volume),
      },
      { requiredKeys: ['id', 'at', 'type', 'target'], noNullPrototype: true },
    ),
  );
}

const check = fc.record(
  {
    id: partId('check'),
    type: fc.constantFrom('can-reach', 'cannot-reach'),
    from: text(256),
    to: text(256),
    protocol: fc.constantFrom('tcp', 'udp', 'icmp', '47'),
    port: fc.integer({ min: 0, max: 65_535 }),
    title: text(256),
  },
  { requiredKeys: ['id', 'type', 'from', 'to', 'protocol'], noNullPrototype: true },
);

const slide = (anyId: fc.Arbitrary<ResourceId>) =>
  fc.record(
    {
      id: partId('slide'),
      title: text(256),
      at: time,
      viewport: fc.record(
        { x: pixels, y: pixels, zoom: fc.constantFrom(0.1, 0.3333333333333333, 1, 2.5) },
        { noNullPrototype: true },
      ),
      focus: fc.array(anyId, { maxLength: 3 }),
      note: text(2000),
    },
    { requiredKeys: ['id', 'title'], noNullPrototype: true },
  );

const note = fc.record(
  { id: partId('note'), text: text(2000), x: pixels, y: pixels },
  { noNullPrototype: true },
);
