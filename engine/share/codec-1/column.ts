/** The ways to expect what stands in a column of a link. Frozen: a change here changes what links mean. */
import { makeBlock, makeIpv4, parseBlock, parseIpv4 } from './ipv4';
import type { Row } from './row';

/** What is known while a column is read: all ids, and the rows of the kinds before. */
export interface Known {
  /** Ids of a kind in order; none for a kind that is absent. */
  readonly ids: (kind: string) => readonly string[];
  readonly rows: (kind: string) => readonly Row[];
  readonly row: (id: unknown) => Row | undefined;
}

/** @param row its earlier columns · @param before the whole row before it, this column included */
export type Expectation = (row: Readonly<Row>, before: Readonly<Row> | undefined, id: string) => unknown;
export type Column = (known: Known) => Expectation;
export type NamedColumn = readonly [key: string, column: Column];

/** What is expected of one kind's rows. */
export interface KindExpectations {
  readonly kind: string;
  /** Its ids are this, a dash and a number. */
  readonly prefix: string;
  readonly columns: readonly NamedColumn[];
}

export const always =
  (value: unknown): Column =>
  () =>
  () =>
    value;
/** Like the row before; the first row: the first of a kind. */
export const sameOrFirst =
  (key: string, kind: string): Column =>
  (known) =>
  (_, before) =>
    before ? before[key] : known.ids(kind)[0];
export const sameOr =
  (key: string, value: unknown): Column =>
  () =>
  (_, before) =>
    before ? before[key] : value;
/** The row's own number in another kind: the third gateway is attached to the third VPC. */
export const inOrder =
  (kind: string): Column =>
  (known) => {
    let index = 0;
    return () => known.ids(kind)[index++];
  };

/** What every column is that has no expectation of its own. */
export const sameAsBefore =
  (key: string): Column =>
  () =>
  (_, before) =>
    before?.[key];

/** `web-1` → `web-2`; what ends in no number stays. */
export function increment(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > 256) return value;
  const [, stem, number] = /^(.*[^0-9])(0|[1-9]\d{0,8})$/s.exec(value) ?? [];
  return stem !== undefined && number !== undefined ? `${stem}${Number(number) + 1}` : value;
}

/** The block of the same size behind it. */
export function nextBlock(value: unknown): unknown {
  const cidr = typeof value === 'string' ? parseBlock(value) : null;
  if (!cidr || cidr.last === 0xffffffff) return value;
  const first = cidr.last + 1;
  return makeBlock({ first, last: first + (cidr.last - cidr.first), prefix: cidr.prefix });
}

/** true for the first row of each VPC: AWS makes a main table, a default ACL and a default group with it. */
export const firstOfVpc: Column = () => {
  const seen = new Set<unknown>();
  return (row) => {
    if (seen.has(row['vpcId'])) return undefined;
    seen.add(row['vpcId']);
    return true;
  };
};

/**
 * Addresses are handed out upward, beginning with the fifth of a subnet: AWS keeps the first four.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const nextAddress: Column = (known) => {
  const last = new Map<unknown, number>();
  for (const kind of ['network-interface', 'nat-gateway'])
    for (const row of known.rows(kind)) remember(last, row);
  return (row, before) => {
    if (before) remember(last, before);
    const used = last.get(row['subnetId']);
    if (used !== undefined) return used < 0xffffffff ? makeIpv4(used + 1) : undefined;
    const block = known.row(row['subnetId'])?.['cidrBlock'];
    const cidr = typeof block === 'string' ? parseBlock(block) : null;
    return cidr && cidr.last - cidr.first >= 4 ? makeIpv4(cidr.first + 4) : undefined;
  };
};

function remember(last: Map<unknown, number>, row: Readonly<Row>): void {
  const text = row['privateIpAddress'];
  const address = typeof text === 'string' ? parseIpv4(text) : null;
  if (address !== null) last.set(row['subnetId'], Math.max(address, last.get(row['subnetId']) ?? 0));
}

/** The next instance that nothing is attached to in this column yet. */
export const nextInstance =
  (attachment: (instanceId: string) => Row): Column =>
  (known) => {
    const instances = known.ids('instance');
    const taken = new Set<unknown>();
    let index = 0;
    return (_, before) => {
      const held = before?.['attachment'];
      if (typeof held === 'object' && held !== null) taken.add((held as Row)['instanceId']);
      while (index < instances.length && taken.has(instances[index])) index += 1;
      const next = instances[index];
      return next === undefined ? undefined : attachment(next);
    };
  };
