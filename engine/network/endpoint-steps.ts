/** A packet at a VPC endpoint: a gateway endpoint on a route, or an interface endpoint it is addressed to. */
import { isIpv6, makeAddress } from '../model/ip/address';
import { arriveAt, nobody } from './delivery';
import type { Endpoint, Interface, Nat } from './network';
import { isInVpc, ownerOf } from './owners';
import { TCP, UDP, isEchoRequest } from './packet';
import { filterByGroups } from './security-group-steps';
import { SOURCES } from './sources';
import { note, pass, stop, type Next, type Walk } from './walk';
import { trafficText } from './words';

const hopAt = (endpoint: Endpoint, message: string, source: string) => ({
  resource: endpoint.id,
  kind: 'vpc-endpoint',
  message,
  source,
});

function notePolicy(walk: Walk, endpoint: Endpoint): void {
  if (endpoint.restricted)
    note(
      walk,
      'X_ENDPOINT_POLICY',
      `${endpoint.label} has a policy of its own, which may refuse requests that get here; policies are not evaluated.`,
    );
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export function goThroughEndpoint(walk: Walk, endpoint: Endpoint, by: Interface | Nat): Next {
  const { header } = walk;
  const hop = (message: string) => hopAt(endpoint, message, SOURCES.gatewayEndpoints);
  if (header.protocol !== TCP && !isEchoRequest(header))
    return stop(walk, hop(`${endpoint.label} carries tcp and ping only, not ${trafficText(header)}.`), {
      code: 'VPCE_GATEWAY_PROTOCOL_RESTRICTION',
      resource: endpoint.id,
    });
  if (isIpv6(header.source) || by.subnet.vpc !== endpoint.vpc || !isInVpc(endpoint.vpc, header.source))
    return stop(
      walk,
      hop(
        `${endpoint.label} serves interfaces of ${endpoint.vpc.label} only; ${makeAddress(header.source)} is none of them.`,
      ),
      { code: 'NO_ROUTE_TO_DESTINATION', resource: endpoint.id },
    );
  if (walk.direction === 'return')
    return stop(walk, hop(`${endpoint.label} takes in requests, and this is an answer to somebody else.`), {
      code: 'X_ASYMMETRIC_APPLIANCE',
      resource: endpoint.id,
    });
  notePolicy(walk, endpoint);
  walk.identity = 'translated';
  pass(walk, hop(`${endpoint.label} hands the packet to ${endpoint.serviceName}, without the internet.`));
  return { type: 'delivered', to: endpoint };
}

/** The answer of a service comes in from its public address, past the ACL of the client's subnet. */
export function returnFromService(walk: Walk, endpoint: Endpoint): Next {
  pass(
    walk,
    hopAt(
      endpoint,
      `${endpoint.serviceName} answers by ${endpoint.label}: the answer comes from ${makeAddress(walk.header.source)}.`,
      SOURCES.gatewayEndpoints,
    ),
  );
  const owner = ownerOf(endpoint.vpc, walk.header.destination);
  return owner ? arriveAt(owner, true) : nobody(walk, endpoint.vpc);
}

/** Past the ACL: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html */
export function arriveAtEndpoint(walk: Walk, at: Interface, endpoint: Endpoint): Next {
  filterByGroups(walk, at, 'inbound');
  const { header } = walk;
  const hop = (message: string) => hopAt(endpoint, message, SOURCES.interfaceEndpoints);
  if (endpoint.state !== 'available')
    return stop(
      walk,
      hop(`${endpoint.label} is ${endpoint.state}; only an available endpoint takes packets.`),
      {
        code: 'BAD_STATE',
        resource: endpoint.id,
      },
    );
  if (header.protocol !== TCP && header.protocol !== UDP)
    return stop(
      walk,
      hop(`${endpoint.label} takes tcp and udp; it does not answer ${trafficText(header)}.`),
      {
        code: 'PROTOCOL_RESTRICTION',
        resource: endpoint.id,
      },
    );
  notePolicy(walk, endpoint);
  pass(walk, hop(`${endpoint.label} hands ${trafficText(header)} to ${endpoint.serviceName}.`));
  return { type: 'delivered', to: at };
}
