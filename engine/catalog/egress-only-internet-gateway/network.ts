import type { EgressOnlyPart } from '../../network/parts';
import type { Scenario } from '../descriptors';
import { labelOf } from '../lookup';
import type { EgressOnlyInternetGateway } from './kind';

export const describeEgressOnly = (
  document: Scenario,
  gateway: EgressOnlyInternetGateway,
): EgressOnlyPart => ({
  id: gateway.id,
  label: labelOf(document, gateway.id),
  vpcId: gateway.vpcId,
});
