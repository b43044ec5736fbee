/**
 * Random documents for property tests: every property that the kinds' fields allow, every reference to a thing that
 * is there. Well formed, and otherwise as wild as a file may be: not a network that AWS would build.
 */
import fc from 'fast-check';
import { DESCRIPTORS, type Resource, type Scenario } from '../catalog/descriptors';
import { fieldsOf } from '../catalog/fields';
import { ACTION_TYPES, DOCUMENT_FORMAT, DOCUMENT_VERSION, type ScriptAction } from '../model/document';
import { makeIpv4 } from '../model/ip/ipv4';
import type { Field } from '../model/kind';
import type { ResourceId } from '../model/resource';
import { endsOf } from '../model/action-ends';
import { ACTION_TARGETS } from '../persistence/well-formed';

type Ids = Readonly<Record<string, readonly ResourceId[]>>;
/** A property's value once it is known which ids there are. Arbitraries are made once and bound late: it is fast. */
type Bound<T> = (ids: Ids) => T;

/** @param maxOfKind resources of each kind, at least one of each */
export function arbitraryScenario(maxOfKind = 3): fc.Arbitrary<Scenario> {
  const tables = DESCRIPTORS.map(({ kind, idPrefix }) =>
    fc
      .uniqueArray(fc.tuple(resourceId(kind, idPrefix), resource(kind, fieldsOf(kind))), {
        minLength: 1,
        maxLength: maxOfKind,
        selector: ([id]) => id,
      })
      .map((rows) => ({ kind, rows })),
  );
  return fc.tuple(fc.tuple(...tables), frame).map(([made, parts]) => {
    const ids = Object.fromEntries(made.map(({ kind, rows }) => [kind, rows.map(([id]) => id)]));
    const resources = made.flatMap(({ rows }) => rows.map(([id, bind]) => bind(ids, id)));
    return documentOf(resources, parts, ids);
  });
}

const number = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 2_000_000 }));

const resourceId = (kind: string, prefix: string): fc.Arbitrary<ResourceId> =>
  fc.oneof(
    { weight: 8, arbitrary: number.map((value) => `${prefix}-${value}`) },
    { weight: 1, arbitrary: number.map((value) => `${prefix}-0${value}`) },
    { weight: 1, arbitrary: fc.constantFrom(`${kind}-main`, `my-${kind}`, `${kind}7`) },
  );

const pickOf = (list: readonly string[], pick: number): string => {
  const value = list[pick % list.length];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
};

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

const constant = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Bound<unknown>> =>
  arbitrary.map((value) => () => value);

function valueOf(field: Field): fc.Arbitrary<Bound<unknown>> {
  switch (field.type) {
    case 'text':
      return constant(text(field.maxLength));
    case 'boolean':
      return constant(fc.boolean());
    case 'integer':
      return constant(fc.integer({ min: field.min, max: field.max }));
    case 'choice':
      return constant(fc.constantFrom(...field.choices.map((choice) => choice.value)));
    case 'ipv4':
      return constant(ipv4);
    case 'ipv6':
      return constant(ipv6);
    case 'ipv4-cidr':
      return constant(ipv4Cidr(field.minPrefix, field.maxPrefix));
    case 'ipv6-cidr':
      return constant(
        fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })).map(([ip, prefix]) => `${ip}/${prefix}`),
      );
    case 'protocol':
      return constant(fc.constantFrom('-1', 'tcp', 'udp', 'icmp', 'icmpv6', '0', '47', '255'));
    case 'instance-type':
      return constant(fc.constantFrom('t3.micro', 'm5.large', 'u-6tb1.56xlarge', 'x9.unknown'));
    case 'region':
      return constant(fc.constantFrom('us-east-1', 'eu-central-1', 'ap-southeast-4', 'us-gov-west-1'));
    case 'reference':
      return fc.nat(99).map((pick) => (ids) => {
        if (field.relation === 'routes-to' && pick >= 80) return 'gone-1';
        return pickOf(
          field.to.flatMap((kind) => ids[kind] ?? []),
          pick,
        );
      });
    case 'object':
      return properties(field.fields);
    case 'list':
      return fc
        .array(valueOf(field.of), { maxLength: Math.min(field.maxItems, 3) })
        .map((items) => (ids) => items.map((bind) => bind(ids)));
  }
}

function properties(fields: readonly Field[]): fc.Arbitrary<Bound<Record<string, unknown>>> {
  return fc
    .record(Object.fromEntries(fields.map((field) => [field.key, valueOf(field)])), {
      requiredKeys: fields.filter((field) => !field.optional).map((field) => field.key),
      noNullPrototype: true,
    })
    .map(
      (bound) => (ids) => Object.fromEntries(Object.entries(bound).map(([key, bind]) => [key, bind(ids)])),
    );
}

const tags = fc.dictionary(
  fc
    .oneof(text(128), fc.constantFrom('Name', 'constructor', 'toString'))
    .filter((key) => key !== '__proto__'),
  text(256),
  { maxKeys: 3, noNullPrototype: true },
);

const common = fc.record(
  { name: text(256), tags, account: fc.constantFrom('111111111111', '222222222222') },
  { requiredKeys: [], noNullPrototype: true },
);

const resource = (kind: string, fields: readonly Field[]) =>
  fc.tuple(properties(fields), common).map(
    ([bind, shared]) =>
      (ids: Ids, id: ResourceId): Resource =>
        ({ id, kind, ...shared, ...bind(ids) }) as unknown as Resource,
  );

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
    pinned: fc.constant(true as const),
    collapsed: fc.constant(true as const),
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
    blockPublicAccess: fc.constantFrom('block-bidirectional', 'block-ingress'),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const time = fc.oneof(fc.integer({ min: 0, max: 600_000 }), fc.integer({ min: 0, max: 3_155_760_000_000 }));
const partId = (prefix: string) => fc.integer({ min: 1, max: 40 }).map((value) => `${prefix}-${value}`);

const actionRow = fc.record(
  {
    id: partId('act'),
    at: time,
    type: fc.constantFrom(...ACTION_TYPES),
    target: fc.nat(99),
    label: text(256),
    to: fc.nat(99),
  },
  { requiredKeys: ['id', 'at', 'type', 'target'], noNullPrototype: true },
);

function bindAction(row: typeof actionRow extends fc.Arbitrary<infer R> ? R : never, ids: Ids): ScriptAction {
  const { target, to, ...rest } = row;
  const targets = ACTION_TARGETS[row.type].flatMap((kind) => ids[kind] ?? []);
  const kinds = endsOf(row.type);
  const ends =
    kinds.length > 0
      ? kinds.flatMap((kind) => ids[kind] ?? [])
      : ['root', 'instance-store', ...(ids['volume'] ?? [])];
  return {
    ...rest,
    target: pickOf(targets, target),
    ...(to === undefined ? {} : { to: pickOf(ends, to) }),
  };
}

const ignoring = fc.subarray(['services', 'states'] as const);
const traffic = {
  protocol: fc.constantFrom('tcp', 'udp', 'icmp', '47'),
  port: fc.integer({ min: 0, max: 65_535 }),
};

const check = fc.oneof(
  fc.record(
    {
      id: partId('check'),
      type: fc.constantFrom('can-reach', 'cannot-reach'),
      from: text(256),
      to: text(256),
      ...traffic,
      title: text(256),
      ignoring,
    },
    { requiredKeys: ['id', 'type', 'from', 'to', 'protocol'], noNullPrototype: true },
  ),
  fc.record(
    {
      id: partId('check'),
      type: fc.constant('only-these-reach' as const),
      from: fc.array(text(256), { maxLength: 4 }),
      to: text(256),
      ...traffic,
      title: text(256),
      ignoring,
    },
    { requiredKeys: ['id', 'type', 'from', 'to', 'protocol'], noNullPrototype: true },
  ),
  fc.record(
    {
      id: partId('check'),
      type: fc.constant('stays-in-vpc' as const),
      from: text(256),
      title: text(256),
      ignoring,
    },
    { requiredKeys: ['id', 'type', 'from'], noNullPrototype: true },
  ),
);

const slide = fc.record(
  {
    id: partId('slide'),
    title: text(256),
    at: time,
    viewport: fc.record(
      { x: pixels, y: pixels, zoom: fc.constantFrom(0.1, 0.3333333333333333, 1, 2.5) },
      { noNullPrototype: true },
    ),
    focus: fc.array(fc.constantFrom('i-1', 'gone-1', 'vpc-1'), { maxLength: 3 }),
    note: text(2000),
  },
  { requiredKeys: ['id', 'title'], noNullPrototype: true },
);

const note = fc.record(
  { id: partId('note'), text: text(2000), x: pixels, y: pixels },
  { noNullPrototype: true },
);

const unique = <T extends { readonly id: string }>(of: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(of, { maxLength, selector: ({ id }) => id });

const frame = fc.record(
  {
    seed: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 4_294_967_295 })),
    title: fc.oneof(fc.constant('Untitled'), text(256)),
    startsAt: fc.constantFrom('2026-01-01T00:00:00Z', '2024-02-29T23:59:59.5Z'),
    accounts: fc.dictionary(
      fc.constantFrom('111111111111', '222222222222'),
      fc.record({ name: text(256) }, { requiredKeys: [], noNullPrototype: true }),
      { noNullPrototype: true },
    ),
    observed: fc.array(fc.tuple(fc.nat(), observed), { maxLength: 8 }),
    layout: fc.array(fc.tuple(fc.nat(), fc.nat(9), box), { maxLength: 20 }),
    script: unique(actionRow, 6),
    checks: unique(check, 4),
    slides: unique(slide, 3),
    notes: unique(note, 3),
  },
  { noNullPrototype: true },
);

function documentOf(
  resources: readonly Resource[],
  parts: typeof frame extends fc.Arbitrary<infer P> ? P : never,
  ids: Ids,
): Scenario {
  const all = Object.values(ids).flat();
  const lanes = (ids['vpc'] ?? []).flatMap((vpc) => (ids['zone'] ?? []).map((zone) => `${vpc}/${zone}`));
  return {
    format: DOCUMENT_FORMAT,
    version: DOCUMENT_VERSION,
    ...parts,
    resources: Object.fromEntries(oneSeatEach(resources).map((item) => [item.id, item])),
    observed: Object.fromEntries(parts.observed.map(([pick, value]) => [pickOf(all, pick), value])),
    layout: Object.fromEntries(
      parts.layout.map(([pick, ofLane, value]) => [pickOf(ofLane < 3 ? lanes : all, pick), value]),
    ),
    script: parts.script
      .map((row) => bindAction(row, ids))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
  };
}
