/** What the document draws and names without modelling it: transit gateways, VPN, Direct Connect, firewalls … */
import type { Element } from './collected';
import { otherStateOf, vpcOfOther } from './connection-facts';
import { accountOfArn } from './place';
import { commonOf, composed, present, put, regionIdOf, type Translation } from './translation';
import { text } from './values';

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
      vpcId: to.ids.of('vpc', vpcOfOther(value)),
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
