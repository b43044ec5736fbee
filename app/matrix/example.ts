/** A cell as a question of the Paths tab: two ends and one packet that shows what the cell says. */
import {
  getKind,
  primaryInterface,
  type PathQuery,
  type ReachMember,
  type Scenario,
  type TrafficBox,
} from '../../engine';
import type { Traffic } from '../inspector/rules/traffic';

export interface Example {
  readonly from: ReachMember;
  readonly to: ReachMember;
  readonly family: 4 | 6;
  /** What works; `null` where nothing does. */
  readonly box: TrafficBox | null;
  /** What the reader filters by. */
  readonly traffic: Traffic | null;
}

/** Asked about where nothing works and nothing in particular is looked for. */
const COMMON_PORT = 443;

export function exampleQuery(document: Scenario, example: Example): PathQuery {
  const { from, to, box, family } = example;
  const [outside] = box?.addresses ?? [];
  return {
    ...packetOf(example),
    from: from.id === 'internet' ? internetOf(outside, family) : endOf(document, from, 4),
    to: to.id === 'internet' ? internetOf(outside, family) : endOf(document, to, family),
  };
}

/** An address that the document does not use; for documentation. https://www.rfc-editor.org/rfc/rfc3849 */
const SOMEBODY_IPV6 = '2001:db8::1';

function internetOf(block: string | undefined, family: 4 | 6): string {
  if (block === undefined) return family === 6 ? `internet:${SOMEBODY_IPV6}` : 'internet';
  return `internet:${block.split(/[/-]/)[0] ?? block}`;
}

/** A machine's first interface is asked for by the machine; over IPv6 a destination is asked for by its address. */
function endOf(document: Scenario, { id, instanceId }: ReachMember, family: 4 | 6): string {
  const address = getKind(document, id, 'network-interface')?.ipv6Addresses?.[0];
  if (family === 6 && address !== undefined) return address;
  return instanceId !== undefined && primaryInterface(document, instanceId)?.id === id ? instanceId : id;
}

type PacketFields = Pick<PathQuery, 'protocol' | 'port' | 'icmpType' | 'icmpCode'>;

function packetOf({ box, traffic }: Example): PacketFields {
  const asked = traffic === null || traffic.protocol === '-1' ? null : traffic;
  const protocol = asked?.protocol ?? firstProtocol(box);
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    const echo = protocol === 'icmp' ? 8 : 128;
    const type = within(box?.icmpTypes, asked?.from, 255) ?? echo;
    return { protocol, icmpType: type, icmpCode: box?.icmpCodes?.[0]?.[0] ?? 0 };
  }
  if (protocol !== 'tcp' && protocol !== 'udp') return { protocol };
  const port = within(box?.ports, asked?.from, asked?.to ?? asked?.from);
  return { protocol, port: port ?? asked?.from ?? COMMON_PORT };
}

function firstProtocol(box: TrafficBox | null): string {
  const [first = 'all'] = box?.protocols ?? [];
  return first === 'all' ? 'tcp' : (first.split('-')[0] ?? first);
}

/** The lowest value that is both open and asked for. */
function within(
  ranges: readonly (readonly [number, number])[] | undefined,
  from = 0,
  to = 65_535,
): number | undefined {
  const low = Math.max(0, from);
  const range = ranges?.find((one) => one[0] <= to && one[1] >= low);
  return range && Math.max(range[0], low);
}
