import { parseCidr } from '../../model/ip/address';
import type { VpcPart } from '../../network/parts';
import type { Scenario, ScenarioChangeSet } from '../descriptors';
import { labelOf } from '../lookup';
import type { Vpc } from './kind';

export const describeVpc = (document: Scenario, vpc: Vpc): VpcPart => ({
  id: vpc.id,
  label: labelOf(document, vpc.id),
  blocks: [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? []), vpc.ipv6CidrBlock].flatMap(
    (text) => (text && parseCidr(text)) || [],
  ),
  regionId: vpc.region,
  dnsSupport: vpc.enableDnsSupport,
  dnsHostnames: vpc.enableDnsHostnames,
  blockPublicAccess: document.observed[vpc.id]?.blockPublicAccess ?? null,
});

export const enableDns = (document: Scenario, vpcId: string): ScenarioChangeSet => ({
  label: `Switch on DNS resolution in ${labelOf(document, vpcId)}`,
  changes: [{ type: 'update', id: vpcId, set: { enableDnsSupport: true } }],
});
