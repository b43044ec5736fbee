import type { EndpointPart } from '../../network/parts';
import type { Scenario } from '../descriptors';
import { labelOf } from '../lookup';
import type { VpcEndpoint } from './kind';

export const describeEndpoint = (document: Scenario, endpoint: VpcEndpoint): EndpointPart => ({
  id: endpoint.id,
  label: labelOf(document, endpoint.id),
  vpcId: endpoint.vpcId,
  type: endpoint.vpcEndpointType,
  serviceName: endpoint.serviceName,
  state: document.observed[endpoint.id]?.state?.toLowerCase() ?? 'available',
  awsId: document.observed[endpoint.id]?.awsId ?? null,
  privateDns: endpoint.privateDnsEnabled ?? false,
  restricted: endpoint.policyDocument !== undefined,
});
