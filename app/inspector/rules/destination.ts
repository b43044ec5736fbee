/** Where a route's packets go, as one text: an address block, or a prefix list by its name. */
import { allOf, getKind, labelOf, type Scenario } from '../../../engine';
import { inspector as text } from '../../strings';
import type { Route } from './route-targets';

/** As a path names the route. */
export const destinationOf = (route: Route): string =>
  route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? route.destinationPrefixListId ?? text.none;

export const makeDestination = (document: Scenario, route: Route): string =>
  route.destinationPrefixListId === undefined
    ? destinationOf(route)
    : labelOf(document, route.destinationPrefixListId);

/** Which kind of destination it is; whether the block is a legal one the engine judges. */
export function parseDestination(document: Scenario, word: string): Partial<Route> {
  const list = allOf(document, 'prefix-list').find(
    ({ id, prefixListName }) => id === word || labelOf(document, id) === word || prefixListName === word,
  );
  if (list || word.startsWith('pl-')) return { destinationPrefixListId: list?.id ?? word };
  return word.includes(':') ? { destinationIpv6CidrBlock: word } : { destinationCidrBlock: word };
}

/** Everything, the VPCs that can be reached by peering, and the lists that are drawn. */
export function destinationSuggestions(document: Scenario, vpcId: string): readonly string[] {
  const peers = allOf(document, 'vpc-peering-connection').flatMap(({ vpcId: one, peerVpcId: other }) =>
    one === vpcId ? (other ?? []) : other === vpcId ? (one ?? []) : [],
  );
  return [
    '0.0.0.0/0',
    '::/0',
    ...peers.flatMap((id) => {
      const vpc = getKind(document, id, 'vpc');
      return vpc ? [vpc.cidrBlock, ...(vpc.ipv6CidrBlock === undefined ? [] : [vpc.ipv6CidrBlock])] : [];
    }),
    ...allOf(document, 'prefix-list').map(({ id }) => labelOf(document, id)),
  ];
}
