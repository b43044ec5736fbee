/**
 * Egress-only internet gateways and VPC peering connections.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EgressOnlyInternetGateway.html,
 * API_VpcPeeringConnection.html
 */
import type { PeeringStatus } from '../../catalog/vpc-peering-connection/kind';
import type { Element } from './collected';
import { attachedVpcOf } from './connection-facts';
import { commonOf, composed, put, type Translation } from './translation';
import { flag, object, text, type Foreign } from './values';

export function addEgressOnlyInternetGateway(to: Translation, element: Element): void {
  const common = commonOf(to, 'egress-only-internet-gateway', element);
  const vpcId = to.ids.of('vpc', attachedVpcOf(element.value));
  if (!common || vpcId === undefined) return;
  put(to, element, composed(common, { kind: 'egress-only-internet-gateway', vpcId }));
}

/** AWS's codes by what they mean for a packet: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-lifecycle */
const STATUSES: Readonly<Record<string, PeeringStatus>> = {
  'initiating-request': 'pending-acceptance',
  'pending-acceptance': 'pending-acceptance',
  provisioning: 'pending-acceptance',
  active: 'active',
  rejected: 'rejected',
  expired: 'expired',
  failed: 'failed',
  deleting: 'deleted',
  deleted: 'deleted',
};
const STATUS_CODES: ReadonlyMap<string, PeeringStatus> = new Map(Object.entries(STATUSES));

export function addVpcPeeringConnection(to: Translation, element: Element): void {
  const { value } = element;
  const requester = object(value, 'RequesterVpcInfo');
  const owner = text(requester, 'OwnerId');
  const common = commonOf(
    to,
    'vpc-peering-connection',
    owner === undefined ? element : { ...element, owner },
  );
  if (!common) return;
  const accepter = object(value, 'AccepterVpcInfo');
  const vpcId = to.ids.of('vpc', text(requester, 'VpcId'));
  const peerVpcId = to.ids.of('vpc', text(accepter, 'VpcId'));
  if (vpcId === undefined || peerVpcId === undefined)
    to.report.info(
      element.id,
      'One VPC of a peering connection is not in the input: a path into it is answered unknown.',
    );
  const code = text(object(value, 'Status'), 'Code')?.toLowerCase();
  const status = STATUS_CODES.get(code ?? '');
  if (status === undefined)
    to.report.warn(element.id, 'A peering connection has no status that is known; it was taken as active.');
  put(
    to,
    element,
    composed(common, {
      kind: 'vpc-peering-connection',
      vpcId,
      peerVpcId,
      status: status === 'active' ? undefined : status,
      allowDnsResolutionFromRemoteVpc: dnsOptionOf(to, element, requester, accepter),
    }),
    code === undefined ? {} : { state: code.slice(0, 64) },
  );
}

/** Each side has its own switch; the document has one for both. */
function dnsOptionOf(to: Translation, element: Element, ...sides: readonly Foreign[]): boolean | undefined {
  const said = sides.flatMap(
    (side) => flag(object(side, 'PeeringOptions'), 'AllowDnsResolutionFromRemoteVpc') ?? [],
  );
  const [first] = said;
  if (first === undefined) return undefined;
  if (said.some((value) => value !== first)) {
    to.report.warn(
      element.id,
      'Only one side of a peering connection resolves names of the other to private addresses; it was taken as switched off.',
    );
    return undefined;
  }
  return first || undefined;
}
