/** The blocks that a prefix list stands for. Apart from the kind: routes and group rules refer to lists. */
import { parseCidr, type Cidr } from '../model/ip/address';
import type { Scenario } from './descriptors';
import { getKind } from './lookup';

/** @returns `null` for a list that is not in the document, or of which no entry is known. */
export function blocksOfList(document: Scenario, id: string): readonly Cidr[] | null {
  const list = getKind(document, id, 'prefix-list');
  if (!list || list.entries.length === 0) return null;
  return list.entries.flatMap(({ cidr }) => parseCidr(cidr) ?? []);
}
