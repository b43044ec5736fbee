/** What the symbolic analyser says about a document: everything that gets from one end to another, and from all to all. */
import { fail, ok, type Result } from '../model/result';
import type { Exposure, FamilyFlows, FlowsAnswer, ReachMatrix } from '../model/traffic';
import { parseEndpoint, type Endpoint } from '../network/endpoints';
import type { Network } from '../network/network';
import { EMPTY } from '../network/symbolic/diagram';
import { flowsBetween } from '../network/symbolic/flows';
import type { Ground } from '../network/symbolic/ground';
import { trafficOf } from '../network/symbolic/traffic';
import { exposureIn } from './exposure-lines';
import { FAMILIES, groundOf } from './grounds';
import { matrixOf, reachIn } from './reach';

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

/** What everything may send to everything, one matrix for each family of addresses that is used. */
export const reach = (network: Network): readonly ReachMatrix[] =>
  FAMILIES.map((family) => matrixOf(reachIn(groundOf(network, family)), network.at)).filter(
    ({ family, groups }) => family === 4 || groups.length > 0,
  );

/** What the internet reaches and what reaches the internet, one line for interfaces that fare alike. */
export function exposure(network: Network): Exposure {
  const sides = FAMILIES.map((family) => exposureIn(groundOf(network, family)));
  return {
    inbound: sides.flatMap(({ inbound }) => inbound),
    outbound: sides.flatMap(({ outbound }) => outbound),
    askedOf: network.at,
  };
}
