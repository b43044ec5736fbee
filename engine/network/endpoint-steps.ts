/** A packet at a gateway endpoint, on its way to the service behind it. */
import type { Endpoint, Interface, Nat } from './network';
import { SOURCES } from './sources';
import { doubt, type Next, type Walk } from './walk';

export function goThroughEndpoint(walk: Walk, endpoint: Endpoint, _by: Interface | Nat): Next {
  return doubt(
    walk,
    {
      resource: endpoint.id,
      kind: 'vpc-endpoint',
      message: `${endpoint.label} is not modelled yet.`,
      source: SOURCES.codes,
    },
    'UNSUPPORTED_COMPONENT',
  );
}
