/** What the symbolic analyser says about a document: everything that gets from one end to another. */
import { fail, ok, type Result } from '../model/result';
import type { FamilyFlows, FlowsAnswer } from '../model/traffic';
import { parseEndpoint, type Endpoint } from '../network/endpoints';
import type { Network } from '../network/network';
import { EMPTY, Diagrams } from '../network/symbolic/diagram';
import { flowsBetween } from '../network/symbolic/flows';
import { createGround, type Ground } from '../network/symbolic/ground';
import { trafficOf } from '../network/symbolic/traffic';

export type Family = 4 | 6;
export const FAMILIES: readonly Family[] = [4, 6];

interface Grounds {
  readonly store: Diagrams;
  readonly byFamily: Map<Family, Ground>;
}

// A network never changes, so what was worked out for it stays true.
const known = new WeakMap<Network, Grounds>();

/** The sets of a network and one family, shared by every question about it. */
export function groundOf(network: Network, family: Family): Ground {
  const grounds = known.get(network) ?? { store: new Diagrams(), byFamily: new Map<Family, Ground>() };
  known.set(network, grounds);
  const before = grounds.byFamily.get(family);
  if (before) return before;
  const ground = createGround(network, family, grounds.store);
  grounds.byFamily.set(family, ground);
  return ground;
}

/**
 * Everything that gets from one end to the other and is answered.
 * @returns a failure for an end that is not in the document; families that one of the ends does not speak are left out
 */
export function flows(network: Network, fromText: string, toText: string): Result<FlowsAnswer> {
  const from = parseEndpoint(network, fromText, 'from');
  if (!from.ok) return from;
  const to = parseEndpoint(network, toText, 'to');
  if (!to.ok) return to;
  if (from.value.type === 'internet' && to.value.type === 'internet')
    return fail('not-allowed', 'Both ends are on the internet; one must be in the document.', 'to');
  return ok({
    from: fromText,
    to: toText,
    families: FAMILIES.map((family) => familyFlows(groundOf(network, family), from.value, to.value)).filter(
      ({ family, works, sometimes, unknown }) =>
        family === 4 || works.length + sometimes.length + unknown.length > 0,
    ),
    askedOf: network.at,
  });
}

function familyFlows(ground: Ground, from: Endpoint, to: Endpoint): FamilyFlows {
  const { asked, set, sometimes, unknown } = flowsBetween(ground, from, to);
  const { store, family } = ground;
  const words = { asked, outside: from.type === 'internet' ? ('from' as const) : ('to' as const) };
  return {
    family,
    works: trafficOf(set, words),
    sometimes: trafficOf(store.subtract(sometimes, set), words),
    unknown: unknown
      .filter((doubtful) => doubtful.set !== EMPTY)
      .flatMap((doubtful) =>
        doubtful.doubts.map(({ code, resource, message }) => ({
          code,
          resource,
          message,
          traffic: trafficOf(doubtful.set, words),
        })),
      ),
  };
}
