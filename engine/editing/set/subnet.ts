/** A subnet's zone and tables. */
import { type ResourceOf } from '../../catalog/descriptors';
import { get, getKind, labelOf } from '../../catalog/lookup';
import { zonesOf } from '../next-zone';
import { changeZone } from '../place/boxes';
import { accept, refuse, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';

export function planSubnetZone(situation: Situation, subnet: ResourceOf<'subnet'>, zoneId: string): Plan {
  const { document } = situation;
  const zone = getKind(document, zoneId, 'zone');
  const region = getKind(document, subnet.vpcId, 'vpc')?.region;
  if (!zone || zone.region !== region)
    return refuse(
      'InvalidParameterValue',
      `The zone must be one of the VPC's region: ${zonesOf(document, region ?? '')
        .map((candidate) => candidate.zoneName)
        .join(', ')}.`,
      SOURCES.subnets,
    );
  return accept(
    `Redraw ${labelOf(document, subnet.id)} in ${zone.zoneName} with everything in it`,
    (draft) => {
      if (zone.id !== subnet.availabilityZone) changeZone(draft, subnet, zone.id);
      return subnet.id;
    },
  );
}

export function otherVpc(
  { document }: Situation,
  subnet: ResourceOf<'subnet'>,
  value: unknown,
): Refused | null {
  const used = get(document, typeof value === 'string' ? value : undefined);
  if (!used || !('vpcId' in used) || used.vpcId === subnet.vpcId) return null;
  return refuse(
    'InvalidParameterValue',
    `${labelOf(document, used.id)} and ${labelOf(document, subnet.id)} belong to different networks (VPCs).`,
    SOURCES.subnets,
  );
}
