/** Which ordered pairs of ends gained, lost or changed which traffic: exact sets, compared. */
import type { DifferenceEnd, DifferenceType, PairDifference } from '../../model/difference';
import type { ResourceId } from '../../model/resource';
import type { Endpoint } from '../../network/endpoints';
import type { Network } from '../../network/network';
import { witnessOf } from '../../network/symbolic/boxes';
import { Diagrams, EMPTY, type Diagram } from '../../network/symbolic/diagram';
import { flowsBetween } from '../../network/symbolic/flows';
import { createGround, type Ground } from '../../network/symbolic/ground';
import { listText } from '../../network/words';
import { questionOf } from '../checks/packets';
import { endOf, likenessOf } from './alike';
import { trafficWords } from './traffic-words';

export interface PairsLimit {
  /** So many pairs of ends are compared. */
  readonly pairs: number;
  /** Only pairs with one of these ends; absent: all. */
  readonly touching?: ReadonlySet<ResourceId>;
  /** What is meant to differ, and is not listed. */
  readonly except?: Exception;
}

/** Traffic between some interfaces; no interfaces: the internet. */
export interface Exception {
  readonly from: readonly ResourceId[];
  readonly to: readonly ResourceId[];
  readonly traffic: (ground: Ground) => Diagram;
}

export interface Pairs {
  readonly pairs: readonly PairDifference[];
  /** How many pairs were not compared. */
  readonly left: number;
}

/** One side of the comparison: its sets are in the same store as the other's, so that equal ones are the same. */
interface Side {
  readonly network: Network;
  readonly grounds: ReadonlyMap<4 | 6, Ground>;
}

/** Interfaces that fare alike before, and fare alike after. */
interface Class {
  readonly members: readonly ResourceId[];
  readonly label: string;
}

const INTERNET: Class = { members: [], label: 'the internet' };

export function comparePairs(before: Network, after: Network, limit: PairsLimit): Pairs {
  const store = new Diagrams();
  const side = (network: Network): Side => ({
    network,
    grounds: new Map(([4, 6] as const).map((family) => [family, createGround(network, family, store)])),
  });
  const [was, is] = [side(before), side(after)];
  const classes = [...classesOf(before, after), INTERNET];
  const chosen: (readonly [Class, Class])[] = [];
  let left = 0;
  for (const from of classes)
    for (const to of classes) {
      if (from === to && from.members.length < 2) continue;
      if (limit.touching && ![...from.members, ...to.members].some((id) => limit.touching?.has(id))) continue;
      if (chosen.length < limit.pairs) chosen.push([from, to]);
      else left += 1;
    }
  const pairs = chosen.flatMap(([from, to]) =>
    ([4, 6] as const).flatMap((family) => compare(was, is, from, to, family, limit.except)),
  );
  return { pairs, left };
}

function classesOf(before: Network, after: Network): readonly Class[] {
  const [was, is] = [likenessOf(before), likenessOf(after)];
  const members = new Map<string, ResourceId[]>();
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const key = `${was.get(id) ?? ''}\n${is.get(id) ?? ''}`;
    const known = members.get(key);
    if (known) known.push(id);
    else members.set(key, [id]);
  }
  return [...members.values()].map((ids) => ({
    members: ids,
    label: listText(
      ids.map((id) => {
        const one = after.interfaces.get(id) ?? before.interfaces.get(id);
        return one?.host?.interfaces.length === 1 ? one.host.label : (one?.label ?? id);
      }),
      3,
    ),
  }));
}

function compare(
  was: Side,
  is: Side,
  from: Class,
  to: Class,
  family: 4 | 6,
  except: Exception | undefined,
): readonly PairDifference[] {
  const [lastSet, nowSet] = [setOf(was, from, to, family), setOf(is, from, to, family)];
  if (lastSet === nowSet) return [];
  const ground = is.grounds.get(family);
  if (!ground) return [];
  const { store } = ground;
  const meant =
    except && isWithin(from, except.from) && isWithin(to, except.to) ? except.traffic(ground) : EMPTY;
  const gained = store.subtract(store.subtract(nowSet, lastSet), meant);
  const lost = store.subtract(store.subtract(lastSet, nowSet), meant);
  const outside = from === INTERNET ? 'from' : to === INTERNET ? 'to' : null;
  const packet = witnessOf(gained === EMPTY ? lost : gained, family === 6 ? 0n : 0);
  if (!packet) return [];
  const type: DifferenceType = lost === EMPTY ? 'gained' : gained === EMPTY ? 'lost' : 'changed';
  const network = gained === EMPTY ? was.network : is.network;
  return [
    {
      from: described(from, network),
      to: described(to, network),
      family,
      type,
      gained: trafficWords(ground, gained, outside),
      lost: trafficWords(ground, lost, outside),
      example: questionOf(textOf(from, network, 0), textOf(to, network, from === to ? 1 : 0), packet),
    },
  ];
}

const isWithin = ({ members }: Class, ids: readonly ResourceId[]): boolean =>
  members.length === 0 ? ids.length === 0 : members.every((id) => ids.includes(id));

function setOf({ network, grounds }: Side, from: Class, to: Class, family: 4 | 6): Diagram {
  const ground = grounds.get(family);
  const sender = endpointOf(from, network, 0);
  const target = endpointOf(to, network, from === to ? 1 : 0);
  return ground && sender && target ? flowsBetween(ground, sender, target).set : EMPTY;
}

function endpointOf(of: Class, network: Network, place: number): Endpoint | null {
  if (of === INTERNET) return { type: 'internet', address: null, scope: 'any' };
  const one = network.interfaces.get(of.members[place] ?? '');
  return one ? endOf(one) : null;
}

function textOf(of: Class, network: Network, place: number): string {
  const end = endpointOf(of, network, place);
  return end?.type === 'host' ? end.host.id : end?.type === 'interface' ? end.interface.id : 'internet';
}

const described = (of: Class, network: Network): DifferenceEnd => ({
  label: of.label,
  members: of === INTERNET ? ['internet'] : of.members.map((_, place) => textOf(of, network, place)),
});
