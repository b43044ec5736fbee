/**
 * Verdicts that are kept from edit to edit: as long as nothing that a check looked at is another, it is not asked
 * again. What was looked at is noted while the check is judged; what is another is told by the parts of the networks.
 */
import type { CheckResult } from '../../model/check';
import type { Check } from '../../model/document';
import type { Address } from '../../model/ip/address';
import type { ScenarioNetwork } from '../../catalog/network-roles';
import { changesBetween, type PartChanges } from '../../network/part-changes';
import type { NetworkParts } from '../../network/parts';
import type { Touched } from '../../network/walk';

/** All that a verdict rests on, besides what stands still between two networks that are compared at all. */
interface Reads {
  readonly ids: ReadonlySet<string>;
  readonly addresses: ReadonlySet<Address>;
  /** Every machine and interface had a say. */
  readonly ends: boolean;
}

interface Kept {
  parts: NetworkParts;
  readonly result: CheckResult;
  readonly reads: Reads;
}

// Checks are immutable: one that was edited is another one.
const memory = new WeakMap<Check, Kept>();

/** @returns the verdict of before, if it is the one that judging would come to now */
export function recallResult(check: Check, { parts }: ScenarioNetwork): CheckResult | null {
  const kept = memory.get(check);
  if (!kept) return null;
  if (kept.parts !== parts) {
    const changes = changesFrom(kept.parts, parts);
    if (!changes || isTouched(kept.reads, changes)) return null;
    kept.parts = parts;
  }
  return kept.result;
}

export function keepResult(
  check: Check,
  network: ScenarioNetwork,
  result: CheckResult,
  touched: Touched,
): void {
  const reads = readsOf(check, network, result, touched);
  if (reads) memory.set(check, { parts: network.parts, result, reads });
  else memory.delete(check);
}

/** @returns `null` for a check whose ends are looked for in more than is noted */
function readsOf(
  check: Check,
  network: ScenarioNetwork,
  { read }: CheckResult,
  { groups, acls, tables, addresses }: Touched,
): Reads | null {
  const ids = new Set<string>(read === 'all' ? [] : read);
  for (const parts of [groups, acls, tables]) for (const { id } of parts) ids.add(id);
  if (check.type === 'only-these-reach' || check.type === 'stays-in-vpc')
    return { ids, addresses, ends: true };
  if (read === 'all' || ![check.from, check.to].every((text) => isPlain(network, text))) return null;
  ids.add(check.from).add(check.to);
  return { ids, addresses, ends: false };
}

/** An end that is what it says, whatever else is called so. */
const isPlain = ({ hosts, interfaces }: ScenarioNetwork, text: string): boolean =>
  text === 'internet' || hosts.has(text) || interfaces.has(text);

const isTouched = (reads: Reads, { ids, addresses, ends }: PartChanges): boolean =>
  (ends && reads.ends) || haveCommon(ids, reads.ids) || haveCommon(addresses, reads.addresses);

function haveCommon<T>(few: ReadonlySet<T>, many: ReadonlySet<T>): boolean {
  for (const one of few) if (many.has(one)) return true;
  return false;
}

// All checks of a document are asked one after the other, of the same two networks.
let last: { before: NetworkParts; after: NetworkParts; changes: PartChanges | null } | null = null;

function changesFrom(before: NetworkParts, after: NetworkParts): PartChanges | null {
  if (last?.before !== before || last.after !== after)
    last = { before, after, changes: changesBetween(before, after) };
  return last.changes;
}
