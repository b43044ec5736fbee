/** Elastic IPs of what is copied: a copy that was reachable gets an address of its own, and it is said which. */
import type { ResourceOf } from '../../catalog/descriptors';
import { allOf, getKind, labelOf } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import { leaveOut, led } from './lead';
import { copyOf, here, regionFor, type Identity, type Pasting } from './pasting';

type ElasticIp = ResourceOf<'elastic-ip'>;

export function copyAddress(pasting: Pasting, original: ElasticIp, identity: Identity): ElasticIp | null {
  const { inside, fresh } = pasting;
  const carrier = inside.get(original.networkInterfaceId ?? '');
  if (carrier?.kind !== 'network-interface') {
    const publicIp = fresh.publicAddress(original.publicIp);
    const region = regionFor(pasting, original);
    return led(pasting, original, { ...original, ...identity, publicIp }, { region });
  }
  const eni = copyOf(pasting, carrier.id, 'network-interface');
  // A node that is made anew gets its addresses from its service.
  if (!eni) return null;
  const seat = seatOn(eni, carrier, original);
  if (!seat) return leaveOut(pasting, original);
  const region = here(pasting, here(pasting, eni.subnetId, 'subnet')?.vpcId, 'vpc')?.region;
  if (region === undefined) return leaveOut(pasting, original);
  if (isFreeAgain(pasting, original, region)) {
    pasting.changes.push({ type: 'update', id: original.id, set: seat });
    pasting.addresses.push({ publicIp: original.publicIp, of: eni.id, isNew: false });
    return null;
  }
  const publicIp = fresh.publicAddress(original.publicIp);
  pasting.addresses.push({ publicIp, of: eni.id, isNew: true });
  const { privateIpAddress: _, networkInterfaceId: __, ...rest } = original;
  return { ...rest, ...identity, publicIp, region, ...seat };
}

/** The interface, and which of its private addresses; `null` where a further one found no room in the subnet. */
function seatOn(
  eni: ResourceOf<'network-interface'>,
  carrier: ResourceOf<'network-interface'>,
  { privateIpAddress }: ElasticIp,
): Pick<ElasticIp, 'networkInterfaceId' | 'privateIpAddress'> | null {
  if (privateIpAddress === undefined || privateIpAddress === carrier.privateIpAddress)
    return { networkInterfaceId: eni.id };
  const index = carrier.secondaryPrivateIpAddresses?.indexOf(privateIpAddress) ?? -1;
  const further = eni.secondaryPrivateIpAddresses?.[index];
  return further === undefined ? null : { networkInterfaceId: eni.id, privateIpAddress: further };
}

/** What was cut left its address behind, unused: what is pasted takes it up again. */
function isFreeAgain({ draft, addresses }: Pasting, original: ElasticIp, region: ResourceId): boolean {
  const { document } = draft;
  const there = getKind(document, original.id, 'elastic-ip');
  return (
    there?.publicIp === original.publicIp &&
    there.region === region &&
    there.networkInterfaceId === undefined &&
    !allOf(document, 'nat-gateway').some(({ allocationId }) => allocationId === original.id) &&
    !addresses.some(({ publicIp }) => publicIp === original.publicIp)
  );
}

/** Sentences, one for each kind of news. */
export function addressNotes({ addresses, draft }: Pasting): readonly string[] {
  const { document } = draft;
  const holder = (id: ResourceId): string =>
    labelOf(document, getKind(document, id, 'network-interface')?.attachment?.instanceId ?? id);
  return [true, false].flatMap((isNew) => {
    const those = addresses.filter((one) => one.isNew === isNew);
    const [only] = those;
    if (!only) return [];
    if (those.length > 1)
      return isNew
        ? `${those.length} Elastic IPs are allocated for the copies.`
        : `${those.length} Elastic IPs are kept.`;
    const of = holder(only.of);
    return isNew
      ? `${of} has an Elastic IP of its own, ${only.publicIp}.`
      : `${of} keeps its Elastic IP ${only.publicIp}.`;
  });
}
