/** A NAT gateway's connectivity. */
import { type ResourceOf } from '../../catalog/descriptors';
import { getKind, labelOf } from '../../catalog/lookup';
import type { Field } from '../../model/kind';
import { makeElasticIp } from '../make/make-machine';
import { accept, type Plan, type Situation } from '../plan';
import { plain } from './plain';

export function planConnectivity(
  situation: Situation,
  nat: ResourceOf<'nat-gateway'>,
  field: Field,
  value: unknown,
): Plan {
  const { document } = situation;
  if (value === 'private')
    return plain(situation, nat, field, { connectivityType: value, allocationId: null });
  const region = getKind(document, getKind(document, nat.subnetId, 'subnet')?.vpcId, 'vpc')?.region;
  return accept(`Make ${labelOf(document, nat.id)} public with an Elastic IP`, (draft) => {
    const allocationId = nat.allocationId ?? makeElasticIp(draft, region ?? '');
    draft.update(nat.id, { connectivityType: value, allocationId });
    return nat.id;
  });
}
