import { parseAddress } from '../../model/ip/address';
import type { TargetGroupPart } from '../../network/parts';
import type { Scenario } from '../descriptors';
import { protocolsOf } from '../listener-protocol';
import { labelOf } from '../lookup';
import type { TargetGroup } from './kind';

export const describeTargetGroup = (document: Scenario, group: TargetGroup): TargetGroupPart => ({
  id: group.id,
  label: labelOf(document, group.id),
  vpcId: group.vpcId,
  targetType: group.targetType,
  protocols: group.protocol === undefined ? [] : protocolsOf(group.protocol),
  port: group.port ?? null,
  targets: group.targets.map(({ instanceId, ipAddress, port }) => ({
    instanceId: instanceId ?? null,
    address: ipAddress === undefined ? null : parseAddress(ipAddress),
    port: port ?? null,
  })),
  preserveClientIp: group.preserveClientIp ?? null,
  crossZone: group.crossZone ?? null,
});
