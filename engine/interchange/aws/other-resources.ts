/** What the document draws and names without modelling it: transit gateways, VPN, Direct Connect, firewalls … */
import type { Element } from './collect';
import { attachedVpcOf } from './connections';
import { accountOfArn } from './place';
import { commonOf, composed, present, put, regionIdOf, type Translation } from './translation';
import { object, objects, text, type Foreign } from './values';

export function addOtherResource(to: Translation, element: Element): void {
  const { value } = element;
  const owner = text(value, 'OwnerAccount') ?? text(value, 'ownerAccount') ?? accountOfArn(element.id);
  const common = commonOf(to, 'other-resource', owner === undefined ? element : { ...element, owner });
  if (!common) return;
  const name = common.name ?? NAMES.flatMap((key) => text(value, key) ?? [])[0]?.slice(0, 256);
  const state = otherStateOf(value);
  put(
    to,
    element,
    composed(present({ ...common, name }), {
      kind: 'other-resource',
      region: regionIdOf(to, element),
      resourceType: (element.resourceType ?? 'AWS resource').slice(0, 64),
      vpcId: to.ids.of('vpc', vpcOf(value)),
    }),
    state === undefined ? {} : { state: state.slice(0, 64) },
  );
  to.report.warn(
    element.id,
    `${element.resourceType ?? 'AWS resource'}: drawn, not modelled; a path through it is answered unknown.`,
  );
  if (
    value['CustomerGatewayConfiguration'] !== undefined ||
    element.resourceType === 'Site-to-Site VPN connection'
  )
    to.report.info(
      element.id,
      'Customer gateway configuration and pre-shared keys of VPN connections were dropped: they are secrets.',
    );
}

const NAMES = [
  'LoadBalancerName',
  'TargetGroupName',
  'FirewallName',
  'directConnectGatewayName',
  'virtualInterfaceName',
  'connectionName',
] as const;

const STATE_KEYS = [
  'State',
  'directConnectGatewayState',
  'virtualInterfaceState',
  'connectionState',
] as const;

/** In AWS's words; some say it in an object. */
export const otherStateOf = (value: Foreign): string | undefined =>
  (
    text(object(value, 'State'), 'Code') ?? STATE_KEYS.flatMap((key) => text(value, key) ?? [])[0]
  )?.toLowerCase();

const DETACHED = ['detached', 'detaching'];

/** The VPC it is attached to: said in a different place by each call. */
function vpcOf(value: Foreign): string | undefined {
  const own = text(value, 'VpcId') ?? text(value, 'VPCId') ?? attachedVpcOf(value);
  if (own !== undefined) return own;
  if (text(value, 'ResourceType') === 'vpc') return text(value, 'ResourceId');
  const arn = text(value, 'ResourceArn');
  if (arn?.includes(':vpc/')) return arn.slice(arn.lastIndexOf('/') + 1);
  const attachment = objects(value, 'VpcAttachments').find(
    (candidate) => !DETACHED.includes(text(candidate, 'State')?.toLowerCase() ?? ''),
  );
  return attachment && text(attachment, 'VpcId');
}
