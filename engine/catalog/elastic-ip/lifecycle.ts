/** An Elastic IP as the lifecycle sees it. */
import type { ElasticAddress } from '../../lifecycle/attachments/world';
import type { ResourceOf, Scenario } from '../descriptors';
import { knownIdOf } from '../lookup';
import type { Subjects } from '../subjects';

export const elasticAddressOf = (
  document: Scenario,
  address: ResourceOf<'elastic-ip'>,
  subjects: Subjects,
): ElasticAddress => ({
  subject: subjects.of(address.id),
  resource: address.id,
  id: knownIdOf(document, address.id),
  region: address.region,
  publicIp: address.publicIp,
  ...(address.privateIpAddress === undefined ? {} : { privateIp: address.privateIpAddress }),
});
