import { parseCidr } from '../../model/ip/address';
import type { SubnetPart } from '../../network/parts';
import type { Scenario, ScenarioChangeSet } from '../descriptors';
import { labelOf } from '../lookup';
import type { Subnet } from './kind';

export const describeSubnet = (document: Scenario, subnet: Subnet): SubnetPart => ({
  id: subnet.id,
  label: labelOf(document, subnet.id),
  vpcId: subnet.vpcId,
  zoneId: subnet.availabilityZone,
  blocks: [subnet.cidrBlock, subnet.ipv6CidrBlock].flatMap((text) => (text && parseCidr(text)) || []),
  tableId: subnet.routeTableId ?? null,
  aclId: subnet.networkAclId ?? null,
});

export const associateTable = (document: Scenario, subnetId: string, tableId: string): ScenarioChangeSet => ({
  label: `Associate ${labelOf(document, subnetId)} with ${labelOf(document, tableId)}`,
  changes: [{ type: 'attach', id: subnetId, relation: 'routeTableId', to: tableId }],
});
