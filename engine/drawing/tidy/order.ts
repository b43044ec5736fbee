/** The order in which people read things: by name, `web-2` before `web-10`, things without a name last. */
import type { Scenario } from '../../catalog/descriptors';
import { compareIds, get } from '../../catalog/lookup';
import type { PlaceKey } from '../place';

/** Text with numbers in it, each number compared as a number. By code unit, so that it is the same everywhere. */
export function compareNatural(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one, other] = [left[index] ?? '', right[index] ?? ''];
    if (one === other) continue;
    const difference = Number(one) - Number(other);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return one < other ? -1 : 1;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

const partsOf = (text: string): readonly string[] => text.toLowerCase().match(/\d+|\D+/g) ?? [];

/** Things by name: what is named alike, such as the machines of one role, stands together. */
export function byName(document: Scenario, keys: readonly PlaceKey[]): readonly PlaceKey[] {
  const names = new Map(keys.map((key) => [key, get(document, key)?.name ?? '']));
  return [...keys].sort((a, b) => {
    const [one, other] = [names.get(a) ?? '', names.get(b) ?? ''];
    if ((one === '') !== (other === '')) return one === '' ? 1 : -1;
    return compareNatural(one, other) || compareIds(a, b);
  });
}
