/** Which ordered pairs of ends gained, lost or changed which traffic: exact sets, compared. */
import type { DifferenceEnd, DifferenceType, PairDifference } from '../../model/difference';
import type { ResourceId } from '../../model/resource';
import type { Network } from '../../network/network';
import { witnessOf } from '../../network/symbolic/boxes';
import { Diagrams, EMPTY, type Diagram } from '../../network/symbolic/diagram';
import type { Ground } from '../../network/symbolic/ground';
import { listText } from '../../network/words';
import { questionOf } from '../checks/packets';
import { endOf, hasIpv6, reachOf, type Family, type Reach } from './reach';
import { trafficWords } from './traffic-words';

/** Traffic between some interfaces that is meant to differ; no interfaces: the internet. */
export interface Exception {
  readonly from: readonly ResourceId[];
  readonly to: readonly ResourceId[];
  readonly traffic: (ground: Ground) => Diagram;
}

/** A network that others are compared with, each in turn. */
export class Comparison {
  readonly #before: Network;
  readonly #store = new Diagrams();
  readonly #reaches = new Map<Family, Reach>();

  constructor(before: Network) {
    this.#before = before;
  }

  /** @returns the pairs whose traffic is another one in the other network, but for what is meant to differ */
  with(after: Network, except?: Exception): readonly PairDifference[] {
    const families: readonly Family[] = hasIpv6(this.#before) || hasIpv6(after) ? [4, 6] : [4];
    return families.flatMap((family) => {
      const sides: Sides = {
        family,
        networks: [this.#before, after],
        reaches: [this.#reachOf(family), reachOf(after, family, this.#store)],
        except,
      };
      return compareAll(sides);
    });
  }

  #reachOf(family: Family): Reach {
    const known = this.#reaches.get(family);
    if (known) return known;
    const reach = reachOf(this.#before, family, this.#store);
    this.#reaches.set(family, reach);
    return reach;
  }
}

/** Before and after. */
interface Sides {
  readonly family: Family;
  readonly networks: readonly [Network, Network];
  readonly reaches: readonly [Reach, Reach];
  readonly except: Exception | undefined;
}

/** Interfaces that fare alike before and after, with their class on each side; the internet has no members. */
interface Class {
  readonly members: readonly ResourceId[];
  readonly ids: readonly [number | undefined, number | undefined];
}

const INTERNET: Class = { members: [], ids: [undefined, undefined] };

function compareAll(sides: Sides): readonly PairDifference[] {
  const classes = [...classesOf(sides.reaches), INTERNET];
  const found: PairDifference[] = [];
  for (const from of classes)
    for (const to of classes) {
      if (from === to && from.members.length < 2) continue;
      const [lastSet, nowSet] = [setOf(sides.reaches, 0, from, to), setOf(sides.reaches, 1, from, to)];
      if (lastSet === nowSet) continue;
      const difference = describe(sides, from, to, lastSet, nowSet);
      if (difference) found.push(difference);
    }
  return found;
}

function classesOf([was, is]: Sides['reaches']): readonly Class[] {
  const classes = new Map<string, { readonly ids: Class['ids']; readonly members: ResourceId[] }>();
  for (const id of new Set([...was.classes.keys(), ...is.classes.keys()])) {
    const ids: Class['ids'] = [was.classes.get(id), is.classes.get(id)];
    const key = ids.join();
    const known = classes.get(key);
    if (known) known.members.push(id);
    else classes.set(key, { ids, members: [id] });
  }
  return [...classes.values()];
}

function setOf(reaches: Sides['reaches'], side: 0 | 1, from: Class, to: Class): Diagram {
  const reach = reaches[side];
  const [a, b] = [from.ids[side], to.ids[side]];
  if (from === INTERNET) return b === undefined ? EMPTY : reach.fromInternet(b);
  if (to === INTERNET) return a === undefined ? EMPTY : reach.toInternet(a);
  return a === undefined || b === undefined ? EMPTY : reach.between(a, b);
}

function describe(
  { reaches, networks, except, family }: Sides,
  from: Class,
  to: Class,
  lastSet: Diagram,
  nowSet: Diagram,
): PairDifference | null {
  const { ground } = reaches[1];
  const { store } = ground;
  const meant =
    except && isWithin(from, except.from) && isWithin(to, except.to) ? except.traffic(ground) : EMPTY;
  const gained = store.subtract(store.subtract(nowSet, lastSet), meant);
  const lost = store.subtract(store.subtract(lastSet, nowSet), meant);
  const packet = witnessOf(gained === EMPTY ? lost : gained, family === 6 ? 0n : 0);
  if (!packet) return null;
  const outside = from === INTERNET ? 'from' : to === INTERNET ? 'to' : null;
  const type: DifferenceType = lost === EMPTY ? 'gained' : gained === EMPTY ? 'lost' : 'changed';
  const network = networks[gained === EMPTY ? 0 : 1];
  const [fromEnd, toEnd] = [endDescribed(from, networks), endDescribed(to, networks)];
  return {
    from: fromEnd,
    to: toEnd,
    family,
    type,
    gained: trafficWords(ground, gained, outside),
    lost: trafficWords(ground, lost, outside),
    example: questionOf(textOf(from, network, 0), textOf(to, network, from === to ? 1 : 0), packet),
  };
}

const isWithin = ({ members }: Class, ids: readonly ResourceId[]): boolean =>
  members.length === 0 ? ids.length === 0 : members.every((id) => ids.includes(id));

/** How a question names one of the members. */
function textOf({ members }: Class, network: Network, place: number): string {
  const one = network.interfaces.get(members[place] ?? '');
  const end = one && endOf(one);
  return end?.type === 'host' ? end.host.id : (one?.id ?? 'internet');
}

function endDescribed(of: Class, [before, after]: Sides['networks']): DifferenceEnd {
  if (of === INTERNET) return { label: 'the internet', members: ['internet'] };
  const known = of.members.flatMap((id) => after.interfaces.get(id) ?? before.interfaces.get(id) ?? []);
  const named = known.map((one) => (one.host?.interfaces.length === 1 ? one.host : one));
  return {
    label: listText(
      named.map(({ label }) => label),
      3,
    ),
    members: named.map(({ id }) => id),
  };
}
