/** Branches at a node of a load balancer: on to a target, and the answer back to the client. */
import { isIpv6 } from '../../model/ip/address';
import type { Interface } from '../network';
import { candidatesOf, type Candidate } from './balancer-targets';
import { goOn, STOPPED, type Branch, type Fork, type Session, type Step } from './branch';
import { PORT, PROTOCOL } from './diagram';
import { unknown, type Ground } from './ground';
import { TRANSLATED_PORTS, notModelled } from './passages';

/** Every target that a listener may choose, each in a branch of its own. */
export function balance(ground: Ground, branch: Branch, node: Interface, id: string): readonly Step[] {
  const balancer = ground.network.loadBalancers.get(id);
  const isActive = balancer?.state === 'active' || balancer?.state === 'active_impaired';
  if (!balancer || !isActive || branch.destination === 'outside') return STOPPED;
  const { destination } = branch;
  const taken = new Set<string>();
  return balancer.listeners.flatMap((listener) =>
    listener.protocols.flatMap((protocol) => {
      // Of two listeners for the same, the first one is it.
      const key = `${protocol} ${listener.port}`;
      if (taken.has(key)) return STOPPED;
      taken.add(key);
      const port = ground.store.interval(PORT, listener.port, listener.port);
      const traffic = ground.store.interval(PROTOCOL, protocol, protocol, port);
      const candidates = candidatesOf(balancer, node, listener, protocol);
      return ground.headers.filtered(branch, traffic, destination).flatMap((next) => {
        if ('elsewhere' in candidates)
          return unknown(
            next,
            notModelled(
              candidates.elsewhere.id,
              `${candidates.elsewhere.label} leads to something that is not modelled yet.`,
            ),
          );
        const fork: Fork = { targets: candidates.length };
        return candidates.flatMap((candidate, index) =>
          toTarget({ ...next, choices: [...next.choices, { fork, index }] }, node, candidate),
        );
      });
    }),
  );
}

function toTarget(branch: Branch, node: Interface, { target, port, preserves }: Candidate): readonly Step[] {
  const { address } = target;
  const own = node.addresses[0];
  if (address === null || own === undefined || isIpv6(address) !== isIpv6(own)) return STOPPED;
  // A machine drops what comes from itself.
  if (preserves && target.interface && target.interface === branch.origin) return STOPPED;
  const session: Session = {
    holder: node,
    address: own,
    client: branch.source,
    clientPorts: branch.sourcePorts,
    balanced: {
      destination: branch.destination,
      destinationPorts: branch.destinationPorts,
      preservedAt: preserves ? target.interface : null,
    },
  };
  return goOn(
    {
      ...branch,
      source: preserves ? branch.source : own,
      sourcePorts: preserves ? branch.sourcePorts : TRANSLATED_PORTS,
      destination: address,
      destinationPorts: [[port, port]],
      origin: node,
      // From here on the groups of the node stand for the sender's.
      identity: node,
      sessions: [...branch.sessions, session],
    },
    { type: 'leave', interface: node },
  );
}

/** The answer of a target to the node itself: the client sees the address it had asked. */
export function backThroughBalancer(branch: Branch, node: Interface): readonly Step[] {
  const session = branch.sessions.find(
    ({ holder, address }) => holder === node && address === branch.destination,
  );
  return session ? handBack(branch, node, session) : STOPPED;
}

function handBack(
  branch: Branch,
  node: Interface,
  { balanced, client, clientPorts }: Session,
): readonly Step[] {
  if (!balanced) return STOPPED;
  return goOn(
    {
      ...branch,
      source: balanced.destination,
      sourcePorts: balanced.destinationPorts,
      destination: client,
      destinationPorts: balanced.preservedAt ? branch.destinationPorts : clientPorts,
    },
    { type: 'leave', interface: node },
  );
}

/**
 * The connection by which the answer of a target that saw the client's address goes back to the node, whatever the
 * target's route table says. AWS's text does not say so; it is how client address preservation is seen to work.
 */
export const preservedSession = (
  { leg, sessions, destination }: Branch,
  by: Interface,
): { readonly node: Interface; readonly handBack: (branch: Branch) => readonly Step[] } | null => {
  if (leg === 'forward') return null;
  const session = sessions.find(
    ({ balanced, client }) => balanced?.preservedAt === by && client === destination,
  );
  const node = session?.holder;
  if (!session || node?.type !== 'interface') return null;
  return { node, handBack: (branch) => handBack(branch, node, session) };
};
