/** "Nobody but these reaches Y": yes, or a packet of somebody else that does. */
import type { OnlyTheseReachCheck } from '../../model/document';
import type { PathQuery } from '../../model/path';
import type { Endpoint } from '../../network/endpoints';
import type { Interface } from '../../network/network';
import { witnessOf } from '../../network/symbolic/boxes';
import { EMPTY, type Diagram } from '../../network/symbolic/diagram';
import { flowsBetween } from '../../network/symbolic/flows';
import { tracePath } from '../../network/trace';
import type { Touched } from '../../network/walk';
import { parseEndpoint } from '../../catalog/network-roles';
import type { CheckGround } from './ground';
import { hearing } from './hearing';
import { packetText, protocolNumber, questionOf, trafficSet } from './packets';
import type { Verdict } from './path-check';
import { allowedOf, sendersOf, type Allowed, type Sender } from './senders';

export function judgeOnlyThese(check: OnlyTheseReachCheck, ground: CheckGround, touched: Touched): Verdict {
  const { network } = ground;
  const cannotTell = (message: string, code: string): Verdict => ({
    outcome: 'unknown',
    code,
    message,
    read: 'all',
  });
  const to = parseEndpoint(network, check.to, 'to');
  if (!to.ok) return cannotTell(to.error.message, 'UNKNOWN_RESOURCE');
  const allowed = allowedOf(network, check.from);
  const [missing] = allowed.unknown;
  if (missing !== undefined)
    return cannotTell(`There is no "${missing}" here, so who is allowed is not known.`, 'UNKNOWN_RESOURCE');
  if (protocolNumber(check.protocol, 4) === null)
    return cannotTell(
      `"${check.protocol}" is no protocol: tcp, udp, icmp, icmpv6 or a number from 0 to 255.`,
      'UNKNOWN_RESOURCE',
    );
  const others: { readonly sender: Sender; readonly query: PathQuery }[] = [];
  let doubt: string | null = null;
  const judged = new Map<string, boolean>();
  const mayBeHeard = listeners(check, ground, to.value);
  for (const sender of sendersOf(network)) {
    if (!mayBeHeard(sender) || allowed.allows(sender) || isSame(sender, to.value)) continue;
    // One of those that fare alike stands for all that arrive nowhere.
    const [own] = sender.interfaces;
    const likeness = sender.interfaces.length === 1 && own ? ground.likeness(own.id) : undefined;
    if (likeness !== undefined && judged.get(likeness) === false) continue;
    const found = reaching({ check, ground, to: to.value, allowed, touched }, sender);
    if (likeness !== undefined) judged.set(likeness, found.query !== null);
    if (found.query) others.push({ sender, query: found.query });
    doubt ??= found.doubt;
  }
  const [first, ...more] = others;
  if (first) {
    const rest =
      more.length === 0
        ? ''
        : `, and so ${more.length === 1 ? 'does' : 'do'} ${namesOf(more.map(({ sender }) => sender.label))}`;
    return {
      outcome: 'fails',
      code: 'X_CHECK_REACHED',
      message: `${capital(first.sender.label)} reaches it too, with ${packetText(first.query)}${rest}.`,
      counterExample: first.query,
      read: 'all',
    };
  }
  if (doubt !== null) return cannotTell(`This can’t be told: ${doubt}`, 'UNSUPPORTED_COMPONENT');
  const relayed = [...network.targetGroups.values()].some(({ targets }) =>
    targets.some((target) => target.interface !== null && isEnd(to.value, target.interface)),
  );
  const message = relayed
    ? 'Nobody else reaches it by its own address; what a load balancer hands on to it is not counted.'
    : 'Nobody else reaches it.';
  return { outcome: 'holds', message, read: 'all' };
}

/** Of either family: a sender whom neither could hear sends nothing that arrives. */
function listeners(
  check: OnlyTheseReachCheck,
  { sets }: CheckGround,
  to: Endpoint,
): (sender: Sender) => boolean {
  const ears = ([4, 6] as const).flatMap((family) => {
    const protocol = protocolNumber(check.protocol, family);
    if (protocol === null) return [];
    const ground = sets(family);
    return [hearing(ground, to, trafficSet(ground, protocol, check.port))];
  });
  return (sender) => ears.some((hears) => hears(sender));
}

interface Situation {
  readonly check: OnlyTheseReachCheck;
  readonly ground: CheckGround;
  readonly to: Endpoint;
  readonly allowed: Allowed;
  readonly touched: Touched;
}

/** A packet of the sender that arrives; a doubt where the document or the model does not tell. */
function reaching(
  { check, ground, to, allowed, touched }: Situation,
  sender: Sender,
): { readonly query: PathQuery | null; readonly doubt: string | null } {
  const { network, sets, ignoresServices } = ground;
  let doubt: string | null = null;
  for (const family of [4, 6] as const) {
    const protocol = protocolNumber(check.protocol, family);
    if (protocol === null) continue;
    const own = sets(family);
    const { store, filters } = own;
    const flows = flowsBetween(own, sender.end, to);
    let asked: Diagram = trafficSet(own, protocol, check.port);
    if (sender.interfaces.length === 0)
      asked = allowed.everybodyOutside ? EMPTY : store.subtract(asked, filters.blocks(allowed.outside));
    const arrives = store.intersect(asked, store.union(flows.set, flows.sometimes));
    const packet = witnessOf(arrives, family === 6 ? 0n : 0);
    if (packet) {
      const query = {
        ...questionOf(sender.text, check.to, packet),
        ...(ignoresServices ? { ignoreServices: true } : {}),
      };
      const confirmed = tracePath(network, query, touched);
      if (confirmed.ok && (confirmed.value.verdict === 'reachable' || confirmed.value.verdict === 'partial'))
        return { query, doubt };
      doubt ??= `a packet from ${sender.label} seems to arrive, but a trace of it does not confirm that.`;
    }
    for (const unknown of flows.unknown)
      if (store.intersect(asked, unknown.set) !== EMPTY) doubt ??= unknown.doubts[0]?.message ?? null;
  }
  return { query: null, doubt };
}

const isEnd = (end: Endpoint, one: Interface): boolean =>
  end.type === 'host' ? one.host === end.host : end.type === 'interface' && end.interface === one;

/** A machine reaches itself without the network. */
function isSame({ interfaces }: Sender, to: Endpoint): boolean {
  if (to.type === 'host') return interfaces.some(({ host }) => host === to.host);
  return to.type === 'interface' && interfaces.includes(to.interface);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const namesOf = (labels: readonly string[]): string =>
  labels.length <= 3 ? labels.join(', ') : `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
