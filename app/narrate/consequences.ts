/** What an edit led to beside what its label says: new addresses, and what the internet reaches now or no longer. */
import { get, type ResourceId, type Scenario, type ScenarioChange } from '../../engine';
import { narrateText as text } from '../strings/en/narrate';
import { nameOf } from '../subject/sentence';

export type Open = ReadonlyMap<ResourceId, readonly string[]>;

/** One thing and what became of it, as a phrase without its name. */
export interface Consequence {
  readonly id: ResourceId;
  readonly name: string;
  readonly phrase: string;
  readonly what: 'address' | 'lost' | 'gained';
}

/** Things beyond this are counted, not named. */
const MAX_NAMED = 2;

/** Of things that were there before and still are: what is new has no former address. */
export function newAddresses(
  before: Scenario,
  after: Scenario,
  changes: readonly ScenarioChange[],
): readonly Consequence[] {
  return changes.flatMap((change): readonly Consequence[] => {
    if (change.type !== 'update') return [];
    const then = get(before, change.id);
    const now = get(after, change.id);
    if (!then || !now || !('privateIpAddress' in now) || !now.privateIpAddress) return [];
    if ('privateIpAddress' in then && then.privateIpAddress === now.privateIpAddress) return [];
    const { attachment } = now.kind === 'network-interface' ? now : {};
    const owner = get(after, attachment?.instanceId) ?? now;
    return [
      {
        id: owner.id,
        name: nameOf(after, owner),
        phrase: text.address(now.privateIpAddress),
        what: 'address',
      },
    ];
  });
}

/** Of machines and services; an interface is told of as its machine. */
export function reachChanges(
  before: Scenario,
  after: Scenario,
  open: { readonly before: Open; readonly after: Open },
): readonly Consequence[] {
  const ids = new Set([...open.before.keys(), ...open.after.keys()]);
  return [...ids].flatMap((id): readonly Consequence[] => {
    const now = get(after, id);
    if (!now || !get(before, id)) return [];
    if (now.kind === 'network-interface' && (now.attachment || now.managedBy !== undefined)) return [];
    const was = open.before.get(id) ?? [];
    const is = open.after.get(id) ?? [];
    if (was.join() === is.join()) return [];
    const name = nameOf(after, now);
    if (is.length === 0) return [{ id, name, phrase: text.lost, what: 'lost' }];
    return [{ id, name, phrase: text.gained(is.slice(0, 3).join(', ')), what: 'gained' }];
  });
}

/**
 * `Moved web-1 to private-a: it has the new address 10.0.10.5 and is no longer reachable from the Internet`
 * @param asOne what followed may go on with the sentence of what was done.
 */
export function tell(done: string, consequences: readonly Consequence[], asOne = true): string {
  const things = new Map<ResourceId, { readonly name: string; readonly phrases: string[] }>();
  for (const { id, name, phrase } of consequences) {
    const thing = things.get(id) ?? { name, phrases: [] };
    // What the label says already is not said twice.
    if (!done.includes(phrase.replace(/^.* (?=[0-9.]+$)/, ''))) thing.phrases.push(phrase);
    things.set(id, thing);
  }
  const said = [...things.values()].filter(({ phrases }) => phrases.length > 0);
  const [only] = said;
  if (asOne && only && said.length === 1 && done.includes(only.name))
    return done.includes(': ') ? text.both([done, ...only.phrases]) : text.it(done, text.both(only.phrases));
  if (said.length > MAX_NAMED) return text.sentences([done, ...counted(consequences)]);
  return text.sentences([done, ...said.map(({ name, phrases }) => text.other(name, text.both(phrases)))]);
}

function counted(consequences: readonly Consequence[]): readonly string[] {
  const count = (what: Consequence['what']) => consequences.filter((one) => one.what === what).length;
  const [lost, gained] = [count('lost'), count('gained')];
  return [...(lost > 0 ? [text.manyLost(lost)] : []), ...(gained > 0 ? [text.manyGained(gained)] : [])];
}
