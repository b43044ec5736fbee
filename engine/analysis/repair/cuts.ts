/** The places at which a path can be stopped, and the edit that does it at each. */
import { hostBlock, makeCidr, parseAddress, type Address } from '../../model/ip/address';
import type { Hop, PathQuery } from '../../model/path';
import type { ResourceId } from '../../model/resource';
import { isIcmp } from '../../network/packet';
import type { TracedPath } from '../../network/trace';
import type { Scenario, ScenarioChangeSet } from '../../catalog/descriptors';
import { takeElasticIp } from '../../catalog/elastic-ip/network';
import { getKind } from '../../catalog/lookup';
import { denyInAcl, type AclDenial } from '../../catalog/network-acl/network';
import { removeRoute } from '../../catalog/route-table/network';
import { cutRule, type RuleCut } from '../../catalog/security-group/network';
import { restOfRule } from './cut-rule';
import type { Asked } from './weigh';

export type Cut =
  | { readonly type: 'group-rule'; readonly cut: RuleCut }
  | { readonly type: 'acl-entry'; readonly denial: AclDenial }
  | { readonly type: 'route'; readonly tableId: ResourceId; readonly destination: string }
  | { readonly type: 'elastic-ip'; readonly publicIp: string };

/** A cut and where it is: cuts of one place go on one another where one is not enough. */
export interface PlacedCut {
  readonly place: string;
  readonly cut: Cut;
}

export const makeCut = (document: Scenario, cut: Cut): ScenarioChangeSet | null => {
  switch (cut.type) {
    case 'group-rule':
      return cutRule(document, cut.cut);
    case 'acl-entry':
      return denyInAcl(document, cut.denial);
    case 'route':
      return removeRoute(document, cut.tableId, cut.destination);
    case 'elastic-ip':
      return takeElasticIp(document, cut.publicIp);
  }
};

/** Every rule, entry, route and address that let the packet of a trace pass. */
export function cutsOf(
  document: Scenario,
  path: TracedPath,
  query: PathQuery,
  asked: Asked,
): readonly PlacedCut[] {
  const forward = path.forward.hops.flatMap((hop, index) =>
    cutAt(document, hop, query, asked, `there ${index}`),
  );
  // Group rules look at the request only; an ACL that stops it needs no second entry for the answer.
  const back = path.return.hops.flatMap((hop) => (hop.kind === 'route-table' ? routeCut(hop) : []));
  return [...forward, ...back];
}

function cutAt(
  document: Scenario,
  hop: Hop,
  query: PathQuery,
  asked: Asked,
  at: string,
): readonly PlacedCut[] {
  if (hop.verdict !== 'pass') return [];
  switch (hop.kind) {
    case 'security-group':
      return groupCut(document, hop, query, asked, at);
    case 'network-acl':
      return aclCut(hop, query, asked);
    case 'route-table':
      return routeCut(hop);
    case 'internet-gateway':
      return [hop.packetIn, hop.packetOut].flatMap((packet) =>
        packet
          ? [packet.source, packet.destination].map((publicIp): PlacedCut => ({
              place: `address ${publicIp}`,
              cut: { type: 'elastic-ip', publicIp },
            }))
          : [],
      );
    default:
      return [];
  }
}

function groupCut(
  document: Scenario,
  { decidedBy, packetIn }: Hop,
  query: PathQuery,
  asked: Asked,
  at: string,
): readonly PlacedCut[] {
  const found = /^(inbound|outbound)\[(\d+)\]$/.exec(decidedBy?.rule ?? '');
  if (!decidedBy || !found) return [];
  const side = found[1] === 'inbound' ? 'inbound' : 'outbound';
  const group = getKind(document, decidedBy.resource, 'security-group');
  const rule = (side === 'inbound' ? group?.securityGroupIngress : group?.securityGroupEgress)?.[
    Number(found[2])
  ];
  if (!group || !rule) return [];
  const rest = restOfRule(rule, {
    protocol: packetIn.protocol,
    port: query.port ?? null,
    peer: peerOf(packetIn, side, asked),
  });
  return [
    {
      // Every rule of every group on the interface has to go that lets the packet in.
      place: `groups ${side} ${at.split(' ')[0] ?? ''} ${side === 'inbound' ? packetIn.destination : packetIn.source}`,
      cut: { type: 'group-rule', cut: { groupId: group.id, side, rule, rest } },
    },
  ];
}

function aclCut({ decidedBy, packetIn }: Hop, query: PathQuery, asked: Asked): readonly PlacedCut[] {
  const { resource, rule = '', side } = decidedBy ?? {};
  if (resource === undefined || side === undefined || !/^\d+$/.test(rule)) return [];
  const peer = peerOf(packetIn, side, asked);
  const other = side === 'inbound' ? packetIn.source : packetIn.destination;
  const icmp: readonly [number, number] | null = isIcmp(packetIn.protocol)
    ? [packetIn.icmpType ?? -1, packetIn.icmpCode ?? -1]
    : null;
  const denial: AclDenial = {
    aclId: resource,
    side,
    protocol: packetIn.protocol,
    ports: query.port === undefined || !packetIn.destinationPorts ? null : packetIn.destinationPorts,
    icmp,
    cidr: peer === null ? (other.includes(':') ? '::/0' : '0.0.0.0/0') : makeCidr(hostBlock(peer)),
    before: Number(rule),
  };
  return [{ place: `acl ${resource} ${side}`, cut: { type: 'acl-entry', denial } }];
}

const routeCut = ({ resource, decidedBy, verdict }: Hop): readonly PlacedCut[] =>
  verdict !== 'pass' || !decidedBy || decidedBy.text.endsWith('→ local')
    ? []
    : [
        {
          place: `routes ${resource}`,
          cut: { type: 'route', tableId: resource, destination: decidedBy.rule },
        },
      ];

/** The other end as a filter sees it; `null` where that is everybody on the internet. */
function peerOf(packet: Hop['packetIn'], side: 'inbound' | 'outbound', asked: Asked): Address | null {
  const text = side === 'inbound' ? packet.source : packet.destination;
  const isOutside = (side === 'inbound') === (asked.outside === 'from');
  return asked.everybody && isOutside ? null : parseAddress(text);
}
