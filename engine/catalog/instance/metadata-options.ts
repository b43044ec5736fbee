import { instanceTypeFacts } from '../../facts/instance-types';
import type { MetadataOptions } from '../../guest/imds/metadata';
import type { ResourceOf, Scenario } from '../descriptors';
import { knownIdOf } from '../lookup';
import { knownImage } from './known-image';

/**
 * As the launch says, else as the image does, else as EC2 does.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html
 */
export function metadataOptionsOf(document: Scenario, instance: ResourceOf<'instance'>): MetadataOptions {
  const given = instance.metadataOptions ?? {};
  const second = knownImage(document, instance).imdsSupport === 'v2.0';
  return {
    instanceId: knownIdOf(document, instance.id),
    httpEndpoint: given.httpEndpoint ?? 'enabled',
    httpTokens: given.httpTokens ?? (second ? 'required' : 'optional'),
    hopLimit: given.httpPutResponseHopLimit ?? (second ? 2 : 1),
    ipv6Endpoint: given.httpProtocolIpv6 ?? 'disabled',
    nitro: instanceTypeFacts(instance.instanceType)?.hypervisor !== 'xen',
  };
}
