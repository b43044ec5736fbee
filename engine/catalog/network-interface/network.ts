import { parseIpv4, type Ipv4 } from '../../model/ip/ipv4';
import type { InterfacePart, PublicAddressPart } from '../../network/parts';
import type { Scenario, ScenarioChangeSet, ScenarioView } from '../descriptors';
import { getKind, labelOf } from '../lookup';
import type { NetworkInterface } from './kind';

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
  const isGone = hostState !== null && GONE.includes(hostState);
  if (isGone && eni.attachment?.deleteOnTermination !== false) return [];
  const addresses = [eni.privateIpAddress, ...(eni.secondaryPrivateIpAddresses ?? [])].flatMap(parse);
  const attachment =
    eni.attachment && !isGone && getKind(document, eni.attachment.instanceId, 'instance')
      ? { hostId: eni.attachment.instanceId, deviceIndex: eni.attachment.deviceIndex }
      : null;
  return [
    {
      id: eni.id,
      label: labelOf(document, eni.id),
      subnetId: eni.subnetId,
      addresses,
      groupIds: eni.groupSet,
      checked: eni.sourceDestCheck,
      attachment,
      service: serviceOf(document, eni),
      publicAddresses: publicAddressesOf(context, eni),
    },
  ];
}

const parse = (text: string | undefined): Ipv4[] => {
  const address = text === undefined ? null : parseIpv4(text);
  return address === null ? [] : [address];
};

/** What takes the packets of an interface that is not an instance's. */
function serviceOf(document: Scenario, eni: NetworkInterface): string | null {
  if (eni.interfaceType !== undefined && !ORDINARY.includes(eni.interfaceType))
    return `a service (${eni.interfaceType})`;
  if (eni.attachment)
    return getKind(document, eni.attachment.instanceId, 'instance')
      ? null
      : `${eni.attachment.instanceId}, an instance that is not in this document`;
  if (eni.description?.startsWith('ELB ')) return 'a load balancer';
  return document.observed[eni.id]?.state === 'in-use' ? 'another AWS service' : null;
}

function publicAddressesOf(
  { view: { at, live }, elastic, assigned }: InterfaceContext,
  eni: NetworkInterface,
): PublicAddressPart[] {
  const pairs = new Map<string, string>();
  const primary = eni.privateIpAddress;
  for (const { publicIp, privateIpAddress = primary } of elastic)
    if (privateIpAddress !== undefined) pairs.set(privateIpAddress, publicIp);
  const isPrimary = eni.attachment?.deviceIndex === 0;
  const shown =
    live[eni.id]?.publicIp ??
    (isPrimary && eni.attachment ? live[eni.attachment.instanceId]?.publicIp : undefined);
  if (primary !== undefined && !pairs.has(primary) && typeof shown === 'string') pairs.set(primary, shown);
  if (at === 'design')
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
