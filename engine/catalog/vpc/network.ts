import { parseCidr4 } from '../../model/ip/ipv4';
import type { VpcPart } from '../../network/parts';
import type { Scenario, ScenarioChangeSet } from '../descriptors';
import { labelOf } from '../lookup';
import type { Vpc } from './kind';

export const describeVpc = (document: Scenario, vpc: Vpc): VpcPart => ({
  id: vpc.id,
  label: labelOf(document, vpc.id),
  blocks: [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? [])].flatMap((text) => parseCidr4(text) ?? []),
  dnsSupport: vpc.enableDnsSupport,
  blockPublicAccess: document.observed[vpc.id]?.blockPublicAccess ?? null,
});

export const enableDns = (document: Scenario, vpcId: string): ScenarioChangeSet => ({
  label: `Switch on DNS resolution in ${labelOf(document, vpcId)}`,
  changes: [{ type: 'update', id: vpcId, set: { enableDnsSupport: true } }],
});
