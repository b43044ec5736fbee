/** The schema of a saved document, derived from the kinds' fields. `public/schema` is generated from it. */
import * as z from 'zod/mini';
import { DESCRIPTORS, type Kind } from '../catalog/descriptors';
import { fieldsOf } from '../catalog/fields';
import {
  ACTION_TYPES,
  BLOCK_PUBLIC_ACCESS_MODES,
  CHECK_IGNORES,
  CHECK_TYPES,
  DOCUMENT_FORMAT,
  DOCUMENT_VERSION,
  MAX_TIME_MS,
  QUOTA_CLASSES,
  SCHEDULED_EVENT_CODES,
} from '../model/document';
import type { KindDescriptor } from '../model/kind';
import { PROPERTY_DEFAULTS } from './defaults';
import { DOCUMENT_DEFAULTS } from './empty';
import { integer, ipv4, matching, nested, oneOf, resourceId, shapeOf, text } from './field-schema';
import { ACCOUNT_ID, LAYOUT_KEY } from './text-forms';

/** Resources in one file. */
export const MAX_RESOURCES = 100_000;
const MAX_ENTRIES = 100_000;

const number = (limit: number) => {
  const allowed = `a number from -${limit} to ${limit}`;
  return z
    .number({ error: allowed })
    .check(z.gte(-limit, { error: allowed }), z.lte(limit, { error: allowed }));
};
const list = (of: z.ZodMiniType, maxItems: number) => {
  const allowed = `a list of at most ${maxItems}`;
  return z._default(z.array(of, { error: allowed }).check(z.maxLength(maxItems, { error: allowed })), []);
};
const record = (key: z.ZodMiniType<string, string>, value: z.ZodMiniType) =>
  z.record(key, value, { error: 'an object' });
const pattern = (expression: RegExp, allowed: string) =>
  z.string({ error: allowed }).check(z.regex(expression, { error: allowed }));

const accountId = matching(ACCOUNT_ID, 'an AWS account id of 12 digits');
const tags = record(text(128), text(256));
const layoutKey = matching(LAYOUT_KEY, 'a resource id, or a lane such as vpc-1/az-1');

const common = {
  id: resourceId,
  name: z.optional(text(256)),
  tags: z.optional(tags),
  account: z.optional(accountId),
};

const resourceSchema = (descriptor: KindDescriptor) =>
  nested(
    {
      ...common,
      kind: z.literal(descriptor.kind, { error: descriptor.kind }),
      ...shapeOf(fieldsOf(descriptor.kind), PROPERTY_DEFAULTS[descriptor.kind as Kind]),
    },
    { error: `a ${descriptor.label} with its properties` },
  );

/** One schema a kind, by kind. */
export const RESOURCE_SCHEMAS: ReadonlyMap<string, z.ZodMiniType> = new Map(
  DESCRIPTORS.map((descriptor) => [descriptor.kind, resourceSchema(descriptor)]),
);

const observed = nested(
  {
    awsId: z.optional(text(128)),
    state: z.optional(text(64)),
    publicIps: z.optional(record(text(64), ipv4())),
    routeStates: z.optional(record(text(64), oneOf(['active', 'blackhole']))),
    blockPublicAccess: z.optional(oneOf(BLOCK_PUBLIC_ACCESS_MODES)),
  },
  { error: 'an object with awsId, state, publicIps, routeStates, blockPublicAccess' },
);

const position = number(10_000_000);
const size = z
  .number({ error: 'a number above 0' })
  .check(z.gt(0, { error: 'a number above 0' }), z.lte(10_000_000, { error: 'a number up to 10000000' }));
const box = nested(
  {
    x: position,
    y: position,
    width: z.optional(size),
    height: z.optional(size),
    pinned: z.optional(z.literal(true, { error: 'true, or left out' })),
    collapsed: z.optional(z.literal(true, { error: 'true, or left out' })),
  },
  { error: 'an object with x and y' },
);

const vCpus = nested(
  Object.fromEntries(
    QUOTA_CLASSES.map((quotaClass) => [quotaClass, z.optional(integer(0, 1_000_000, 'vCPUs'))]),
  ),
  { error: `an object with ${QUOTA_CLASSES.join(', ')}` },
);
const quotas = nested(
  { onDemand: z.optional(vCpus), spot: z.optional(vCpus) },
  { error: 'an object with onDemand, spot' },
);

const action = nested(
  {
    id: resourceId,
    at: integer(0, MAX_TIME_MS, 'ms'),
    type: oneOf(ACTION_TYPES),
    target: resourceId,
    label: z.optional(text(256)),
    to: z.optional(resourceId),
    code: z.optional(oneOf(SCHEDULED_EVENT_CODES)),
    delayMs: z.optional(integer(0, MAX_TIME_MS, 'ms')),
    deviceIndex: z.optional(integer(1, 255)),
    device: z.optional(text(32)),
    privateIpAddress: z.optional(text(64)),
    allowReassociation: z.optional(z.boolean()),
    allowReassignment: z.optional(z.boolean()),
    sourceDestCheck: z.optional(z.boolean()),
    every: z.optional(integer(1, MAX_TIME_MS, 'ms')),
    times: z.optional(integer(1, 1_000_000)),
    vCpus: z.optional(integer(1, 1024, 'vCPUs')),
    memoryMiB: z.optional(integer(1, 100_000_000, 'MiB')),
    name: z.optional(text(256)),
  },
  { error: 'an object with id, at, type, target' },
);

const checkCommon = {
  id: resourceId,
  title: z.optional(text(256)),
  ignoring: z.optional(
    z
      .array(oneOf(CHECK_IGNORES), { error: `a list of ${CHECK_IGNORES.join(', ')}` })
      .check(z.maxLength(CHECK_IGNORES.length, { error: `at most ${CHECK_IGNORES.length}` })),
  ),
};
const checkedTraffic = { protocol: text(16), port: z.optional(integer(0, 65_535)) };

const check = z.discriminatedUnion(
  'type',
  [
    nested({
      ...checkCommon,
      type: z.literal(['can-reach', 'cannot-reach']),
      from: text(256),
      to: text(256),
      ...checkedTraffic,
    }),
    nested({
      ...checkCommon,
      type: z.literal('only-these-reach'),
      from: z
        .array(text(256), { error: 'a list of who may' })
        .check(z.maxLength(1000, { error: 'at most 1000' })),
      to: text(256),
      ...checkedTraffic,
    }),
    nested({ ...checkCommon, type: z.literal('stays-in-vpc'), from: text(256) }),
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union'
        ? `one of ${CHECK_TYPES.join(', ')}`
        : 'an object with id, type, from and, but for stays-in-vpc, to and protocol',
  },
);

const slide = nested(
  {
    id: resourceId,
    title: text(256),
    at: z.optional(integer(0, MAX_TIME_MS, 'ms')),
    viewport: z.optional(
      nested({ x: position, y: position, zoom: size }, { error: 'an object with x, y, zoom' }),
    ),
    focus: z.optional(
      z.array(resourceId, { error: 'a list of ids' }).check(z.maxLength(1000, { error: 'at most 1000' })),
    ),
    note: z.optional(text(20_000)),
  },
  { error: 'an object with id and title' },
);

const note = nested(
  { id: resourceId, text: text(20_000), x: position, y: position },
  { error: 'an object with id, text, x, y' },
);

const instant = pattern(
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/,
  'a time in UTC such as 2026-01-01T00:00:00Z',
);

const frame = {
  $schema: z.optional(text(2048)),
  format: z.literal(DOCUMENT_FORMAT, { error: `"${DOCUMENT_FORMAT}"` }),
  version: z.literal(DOCUMENT_VERSION, { error: String(DOCUMENT_VERSION) }),
  title: z._default(text(256), DOCUMENT_DEFAULTS.title),
  seed: z._default(integer(0, 4_294_967_295), DOCUMENT_DEFAULTS.seed),
  startsAt: z._default(instant, DOCUMENT_DEFAULTS.startsAt),
  accounts: z._default(
    record(
      accountId,
      nested(
        { name: z.optional(text(256)), quotas: z.optional(quotas) },
        { error: 'an object with name, quotas' },
      ),
    ),
    {},
  ),
  observed: z._default(record(resourceId, observed), {}),
  layout: z._default(record(layoutKey, box), {}),
  script: list(action, MAX_ENTRIES),
  checks: list(check, MAX_ENTRIES),
  slides: list(slide, 1000),
  notes: list(note, MAX_ENTRIES),
};

/** All but the resources, which are checked one by one: the first mistake ends the reading. */
export const DOCUMENT_SCHEMA = nested(
  { ...frame, resources: z.unknown() },
  { error: 'a scenario: an object with format, version and resources' },
);

/** The whole, for the published JSON Schema. */
export const FILE_SCHEMA = nested({
  ...frame,
  resources: z.array(z.union([...RESOURCE_SCHEMAS.values()] as [z.ZodMiniType, z.ZodMiniType])),
});
