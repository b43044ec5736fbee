/** Is an end of a path in a state to send or receive anything at all? */
import type { Endpoint } from './endpoints';
import type { Host } from './network';
import { interfaceOf } from './source-and-destination';
import { SOURCES } from './sources';
import { doubt, stop, type Next, type Walk } from './walk';
import { serviceText } from './words';

/** S0: a thing that can't send or receive at all. @returns `null` for one that can. */
export function unfit(walk: Walk, end: Endpoint, verb: 'send' | 'receive'): Next | null {
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
