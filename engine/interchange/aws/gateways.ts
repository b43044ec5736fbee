/**
 * Internet gateways, NAT gateways and Elastic IPs.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html, API_NatGateway.html, API_Address.html
 */
import { ipv4 } from './cidr';
import type { Element } from './collected';
import { primaryAddressOf, primaryEntryOf } from './drop-unusable';
import { commonOf, composed, put, regionIdOf, type Translation } from './translation';
import { choice, objects, text } from './values';

/** `available` is what the call really prints for an attached one. */
const DETACHED = ['detached', 'detaching'];

export function addInternetGateway(to: Translation, element: Element): void {
  const common = commonOf(to, 'internet-gateway', element);
  if (!common) return;
  const attachments = objects(element.value, 'Attachments').filter(
    (attachment) => !DETACHED.includes(text(attachment, 'State')?.toLowerCase() ?? ''),
  );
  const vpcId = to.ids.of('vpc', text(attachments[0] ?? {}, 'VpcId'));
  if (attachments.length > 0 && vpcId === undefined)
    to.report.warn(element.id, 'An internet gateway is attached to a VPC that is not in the input.');
  put(to, element, composed(common, { kind: 'internet-gateway', region: regionIdOf(to, element), vpcId }));
}

/** Deleted gateways stay listed for about an hour: kept with their state, as routes may still point at them. */
export function addNatGateway(to: Translation, element: Element): void {
  const { value } = element;
  const common = commonOf(to, 'nat-gateway', element);
  if (!common) return;
  const subnetId = to.ids.of('subnet', text(value, 'SubnetId'));
  const primary = primaryEntryOf(value);
  const privateIpAddress = primaryAddressOf(value);
  if (subnetId === undefined || privateIpAddress === undefined) return;
  const state = text(value, 'State')?.toLowerCase();
  const connectivityType = choice(value, 'ConnectivityType', ['public', 'private']) ?? 'public';
  if (objects(value, 'NatGatewayAddresses').length > 1)
    to.report.warn(element.id, 'Secondary addresses of a NAT gateway are not held yet; the primary one is.');
  put(
    to,
    element,
    composed(common, {
      kind: 'nat-gateway',
      subnetId,
      connectivityType,
      privateIpAddress,
      allocationId: connectivityType === 'public' ? elasticIpOf(to, primary) : undefined,
    }),
    state === undefined ? {} : { state: state.slice(0, 64) },
  );
}

function elasticIpOf(to: Translation, address: Element['value']): string | undefined {
  const publicIp = text(address, 'PublicIp');
  return (
    to.ids.of('elastic-ip', text(address, 'AllocationId')) ??
    to.ids.of('elastic-ip', publicIp) ??
    (publicIp === undefined ? undefined : to.ids.of('elastic-ip', allocationOf(to, publicIp)))
  );
}

function allocationOf(to: Translation, publicIp: string): string | undefined {
  for (const address of to.input.lists.Addresses.values())
    if (text(address.value, 'PublicIp') === publicIp) return address.id;
  return undefined;
}

/** @param primaries primary private address of each held interface, and primary interface of each instance. */
export function addElasticIp(to: Translation, element: Element, primaries: Primaries): void {
  const { value } = element;
  const common = commonOf(to, 'elastic-ip', element);
  const publicIp = ipv4(text(value, 'PublicIp'));
  if (!common || publicIp === undefined) return;
  if (text(value, 'Domain')?.toLowerCase() === 'standard')
    to.report.warn(element.id, 'An address of retired EC2-Classic is treated as one of a VPC.');
  const eni = text(value, 'NetworkInterfaceId');
  const onNat = eni !== undefined && to.input.natInterfaces.has(eni);
  const networkInterfaceId =
    to.ids.of('network-interface', eni) ??
    (eni === undefined ? primaries.interfaceOfInstance.get(text(value, 'InstanceId') ?? '') : undefined);
  if (eni !== undefined && networkInterfaceId === undefined && !onNat)
    to.report.warn(element.id, 'An Elastic IP is associated with an interface that is not in the input.');
  const privateIp = ipv4(text(value, 'PrivateIpAddress'));
  const secondary =
    networkInterfaceId !== undefined &&
    privateIp !== undefined &&
    privateIp !== primaries.addressOfInterface.get(networkInterfaceId);
  put(
    to,
    element,
    composed(common, {
      kind: 'elastic-ip',
      region: regionIdOf(to, element),
      publicIp,
      networkInterfaceId,
      privateIpAddress: secondary ? privateIp : undefined,
    }),
  );
}

export interface Primaries {
  readonly addressOfInterface: ReadonlyMap<string, string>;
  /** By the instance's AWS id. */
  readonly interfaceOfInstance: ReadonlyMap<string, string>;
}
