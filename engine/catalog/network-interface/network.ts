import { parseAddress, parseCidr, type Address } from '../../model/ip/address';
import { parseIpv4 } from '../../model/ip/ipv4';
import type { InterfacePart, PublicAddressPart, ServicePart } from '../../network/parts';
import type { Scenario, ScenarioChangeSet, ScenarioView } from '../descriptors';
import { getKind, labelOf } from '../lookup';
import type { NetworkInterface } from './kind';
import { attachmentNow, secondaryIpsNow, sourceDestCheckNow } from './present';

/** Interfaces that an instance owns like any other. */
const ORDINARY: readonly string[] = ['interface', 'efa', 'trunk'];
const GONE: readonly string[] = ['terminated', 'not-launched'];

export interface InterfaceContext {
  readonly view: ScenarioView;
  /** State of the instance it is attached to. */
  readonly hostState: string | null;
  /** Elastic IPs by the interface they are associated with. */
  readonly elastic: readonly { readonly publicIp: string; readonly privateIpAddress?: string }[];
  /** Auto-assigned addresses of the design, by private address. */
  readonly assigned: ReadonlyMap<string, string> | undefined;
}

/** Empty for an interface that went with its instance. */
export function describeInterface(context: InterfaceContext, eni: NetworkInterface): InterfacePart[] {
  const { view, hostState } = context;
  const { document } = view;
  const attached = attachmentNow(view, eni);
  const state = view.at === 'design' ? undefined : view.live[eni.id]?.state;
  if (state === 'deleted' || state === 'not-created') return [];
  const isGone = hostState !== null && GONE.includes(hostState);
  if (isGone && attached?.deleteOnTermination !== false) return [];
  const addresses = [
    eni.privateIpAddress,
    ...secondaryIpsNow(view, eni),
    ...(eni.ipv6Addresses ?? []),
  ].flatMap(parse);
  const attachment =
    attached && !isGone && getKind(document, attached.instanceId, 'instance')
      ? { hostId: attached.instanceId, deviceIndex: attached.deviceIndex }
      : null;
  return [
    {
      id: eni.id,
      label: labelOf(document, eni.id),
      subnetId: eni.subnetId,
      addresses,
      groupIds: groupsOf(document, eni),
      // Nodes pass on packets of others; AWS manages their check.
      checked: sourceDestCheckNow(view, eni) && eni.managedBy === undefined,
      attachment,
      service: serviceOf(document, eni),
      prefixes: [...(eni.ipv4Prefixes ?? []), ...(eni.ipv6Prefixes ?? [])].flatMap(
        (text) => parseCidr(text) ?? [],
      ),
      publicAddresses: publicAddressesOf(context, eni),
    },
  ];
}

const parse = (text: string | undefined): Address[] => {
  const address = text === undefined ? null : parseAddress(text);
  return address === null ? [] : [address];
};

/** A node carries the groups of what it is a node of. */
function groupsOf(document: Scenario, eni: NetworkInterface): readonly string[] {
  if (eni.managedBy === undefined) return eni.groupSet;
  const balancer = getKind(document, eni.managedBy, 'load-balancer');
  const endpoint = getKind(document, eni.managedBy, 'vpc-endpoint');
  return balancer?.securityGroups ?? endpoint?.securityGroupIds ?? eni.groupSet;
}

/** What takes the packets of an interface that is not an instance's. */
function serviceOf(document: Scenario, eni: NetworkInterface): ServicePart | null {
  if (eni.managedBy !== undefined) {
    if (getKind(document, eni.managedBy, 'load-balancer'))
      return { type: 'load-balancer', id: eni.managedBy };
    if (getKind(document, eni.managedBy, 'vpc-endpoint')) return { type: 'endpoint', id: eni.managedBy };
  }
  const other = (text: string): ServicePart => ({ type: 'other', text });
  if (eni.interfaceType === 'lambda') return { type: 'lambda' };
  if (eni.interfaceType !== undefined && !ORDINARY.includes(eni.interfaceType))
    return other(`a service (${eni.interfaceType})`);
  if (eni.attachment)
    return getKind(document, eni.attachment.instanceId, 'instance')
      ? null
      : other(`${eni.attachment.instanceId}, an instance that is not in this document`);
  if (eni.description?.startsWith('ELB ')) return other('a load balancer');
  return document.observed[eni.id]?.state === 'in-use' ? other('another AWS service') : null;
}

function publicAddressesOf(
  { view, elastic, assigned }: InterfaceContext,
  eni: NetworkInterface,
): PublicAddressPart[] {
  const { at, live } = view;
  const attached = attachmentNow(view, eni);
  const pairs = new Map<string, string>();
  const primary = eni.privateIpAddress;
  for (const { publicIp, privateIpAddress = primary } of elastic)
    if (privateIpAddress !== undefined) pairs.set(privateIpAddress, publicIp);
  const isPrimary = attached?.deviceIndex === 0;
  const shown = live[eni.id]?.publicIp ?? (isPrimary ? live[attached.instanceId]?.publicIp : undefined);
  if (primary !== undefined && !pairs.has(primary) && typeof shown === 'string') pairs.set(primary, shown);
  if (at === 'design' || eni.managedBy !== undefined)
    for (const [own, address] of assigned ?? []) if (!pairs.has(own)) pairs.set(own, address);
  return [...pairs].flatMap(([own, address]) => {
    const privateAddress = parseIpv4(own);
    const publicAddress = parseIpv4(address);
    return privateAddress === null || publicAddress === null ? [] : [{ privateAddress, publicAddress }];
  });
}

export const switchOffCheck = (document: Scenario, id: string): ScenarioChangeSet => ({
  label: `Switch off the source/destination check of ${labelOf(document, id)}`,
  changes: [{ type: 'update', id, set: { sourceDestCheck: false } }],
});
