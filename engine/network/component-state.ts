/** Is an end of a path in a state to send or receive anything at all? */
import type { ResourceId } from '../model/resource';
import type { Endpoint } from './endpoints';
import type { Host } from './network';
import { interfaceOf } from './source-and-destination';
import { SOURCES } from './sources';
import { doubt, stop, type Next, type Walk } from './walk';
import { serviceText } from './words';

/** S0: a thing that can't send or receive at all. @returns `null` for one that can. */
export function unfit(walk: Walk, end: Endpoint, verb: 'send' | 'receive'): Next | null {
  if (end.type === 'balancer' && verb === 'send') return opensNone(walk, end.balancer.id);
  if (end.type === 'endpoint' && verb === 'send') return endpointOpensNone(walk, end.endpoint.id);
  if (end.type !== 'host' && end.type !== 'interface') return null;
  const found = interfaceOf(end);
  const host: Host | null = end.type === 'host' ? end.host : (found?.host ?? null);
  const instance = host && { resource: host.id, kind: 'instance', source: SOURCES.instance };
  if (instance && (host.state === 'terminated' || host.state === 'not-launched'))
    return stop(
      walk,
      {
        ...instance,
        message: `${host.label} ${host.state === 'terminated' ? 'is terminated' : 'was not launched'}, so there is nothing to ${verb === 'send' ? 'send from' : 'receive'}.`,
      },
      { code: 'UNASSOCIATED_COMPONENT', resource: host.id },
    );
  if (instance && (!found || found.addresses.length === 0))
    return stop(
      walk,
      {
        ...instance,
        message: `${host.label} has no network interface with an address.`,
        source: SOURCES.interface,
      },
      { code: 'UNASSOCIATED_COMPONENT', resource: host.id },
    );
  if (instance && host.state !== 'running')
    return stop(
      walk,
      { ...instance, message: `${host.label} is ${host.state}, so it can't ${verb} anything.` },
      { code: 'BAD_STATE', resource: host.id },
    );
  if (!found || host) return null;
  const hop = { resource: found.id, kind: 'interface', source: SOURCES.interface };
  if (found.addresses.length === 0)
    return stop(
      walk,
      { ...hop, message: `${found.label} has no address.` },
      { code: 'UNASSOCIATED_COMPONENT', resource: found.id },
    );
  if (verb === 'receive' && (found.service?.type === 'load-balancer' || found.service?.type === 'endpoint'))
    return null;
  if (found.service?.type === 'lambda')
    return verb === 'send'
      ? null
      : stop(
          walk,
          {
            ...hop,
            message: `${found.label} is the interface of a Lambda function, which opens connections and takes none in.`,
            source: SOURCES.lambda,
          },
          { code: 'NO_PATH', resource: found.id },
        );
  if (found.service?.type === 'load-balancer') return opensNone(walk, found.service.id);
  if (found.service?.type === 'endpoint') return endpointOpensNone(walk, found.service.id);
  if (found.service !== null)
    return doubt(
      walk,
      {
        ...hop,
        message: `${found.label} belongs to ${serviceText(found.service)}, which is not modelled yet.`,
      },
      'UNSUPPORTED_COMPONENT',
    );
  return stop(
    walk,
    { ...hop, message: `${found.label} is not attached to an instance, so it can't ${verb} anything.` },
    { code: 'BAD_STATE_ATTACHMENT', resource: found.id },
  );
}

/** A load balancer opens connections to its targets only, for those that come to it. */
function opensNone(walk: Walk, id: ResourceId): Next {
  const label = walk.network.loadBalancers.get(id)?.label ?? id;
  return stop(
    walk,
    {
      resource: id,
      kind: 'load-balancer',
      message: `${label} hands on connections of others; it opens none of its own.`,
      source: SOURCES.loadBalancing,
    },
    { code: 'NO_PATH', resource: id },
  );
}

function endpointOpensNone(walk: Walk, id: ResourceId): Next {
  const label = walk.network.endpoints.get(id)?.label ?? id;
  return stop(
    walk,
    {
      resource: id,
      kind: 'vpc-endpoint',
      message: `${label} takes in connections; a service never opens one into a VPC through its endpoint.`,
      source: SOURCES.interfaceEndpoints,
    },
    { code: 'VPCE_INTRA_VPC_TRAFFIC', resource: id },
  );
}
