/** The sides of a peering connection. */
import type { ResourceOf } from '../../catalog/descriptors';
import { getKind } from '../../catalog/lookup';
import type { Field } from '../../model/kind';
import { peeringRefusal } from '../peering';
import { type Plan, type Situation } from '../plan';
import { plain } from './plain';

/** Either side of a peering: as if it had been made so. */
export function planPeeringSide(
  situation: Situation,
  peering: ResourceOf<'vpc-peering-connection'>,
  field: Field,
  value: unknown,
): Plan {
  const { document } = situation;
  const vpc = getKind(document, typeof value === 'string' ? value : undefined, 'vpc');
  const other = getKind(document, field.key === 'vpcId' ? peering.peerVpcId : peering.vpcId, 'vpc');
  const refused = vpc && other && peeringRefusal(document, vpc, other, peering.id);
  return refused ?? plain(situation, peering, field, { [field.key]: value });
}
