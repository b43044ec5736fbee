/** All that a codec expects, looked up by kind and property. */
import { increment, sameAsBefore, sameOrFirst, type Column, type KindExpectations } from './column';
import { NETWORK_EXPECTATIONS } from './expectations';
import { SERVICE_EXPECTATIONS } from './expectations-services';

export interface Book {
  /** In the order in which their tables stand. */
  readonly kinds: ReadonlyMap<string, KindExpectations>;
  /** By property, for kinds that have no expectations of their own. Written where a row has the property at all. */
  readonly common: ReadonlyMap<string, Column>;
}

const byKind = (list: readonly KindExpectations[]): Book['kinds'] =>
  new Map(list.map((expectations) => [expectations.kind, expectations]));

/** A kind that the page learns later needs no new codec: its rows go by these, and its links by their kind's name. */
export const BOOK: Book = {
  kinds: byKind([...NETWORK_EXPECTATIONS, ...SERVICE_EXPECTATIONS]),
  common: new Map<string, Column>([
    ['name', () => (_, before) => increment(before?.['name'])],
    ['region', sameOrFirst('region', 'region')],
    ['availabilityZone', sameOrFirst('availabilityZone', 'zone')],
    ['vpcId', sameOrFirst('vpcId', 'vpc')],
    ['subnetId', sameOrFirst('subnetId', 'subnet')],
    ['instanceId', sameOrFirst('instanceId', 'instance')],
  ]),
};

export const BOOK_OF_CODEC_0: Book = { kinds: byKind(NETWORK_EXPECTATIONS), common: new Map() };

/** @returns the columns that are expected of every row of a kind, in order */
export const expectedKeys = ({ kinds }: Book, kind: string): readonly string[] =>
  kinds.get(kind)?.columns.map(([key]) => key) ?? [];

export function columnOf({ kinds, common }: Book, kind: string, key: string): Column {
  const own = kinds.get(kind);
  if (!own) return common.get(key) ?? sameAsBefore(key);
  return own.columns.find(([candidate]) => candidate === key)?.[1] ?? sameAsBefore(key);
}

/** Whether the column is written although every row is as expected: nobody expects the property itself. */
export const isWrittenAnyway = ({ kinds, common }: Book, kind: string, key: string): boolean =>
  !kinds.has(kind) && common.has(key);
