/** The prefix list that AWS keeps of a service in a region, as far as its documentation prints the blocks. */
import { allOf, getKind } from '../catalog/lookup';
import type { Scenario } from '../catalog/descriptors';
import type { ResourceId } from '../model/resource';
import type { Draft } from './draft';

/** The services that gateway endpoints lead to: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export const GATEWAY_SERVICES = ['s3', 'dynamodb'] as const;
export type GatewayService = (typeof GATEWAY_SERVICES)[number];

export const SERVICE_NAMES: Readonly<Record<GatewayService, string>> = { s3: 'S3', dynamodb: 'DynamoDB' };

/**
 * Blocks that AWS prints as an example of such a list. The lists of other regions are not documented; they stay
 * empty until somebody fills them in.
 * Source: https://docs.aws.amazon.com/code-library/latest/ug/ec2_example_ec2_DescribePrefixLists_section.html
 */
const DOCUMENTED_BLOCKS: Readonly<Record<string, readonly string[]>> = {
  'com.amazonaws.us-east-1.s3': ['54.231.0.0/17'],
  'com.amazonaws.eu-west-1.s3': ['52.218.0.0/17', '54.231.128.0/19'],
  'com.amazonaws.eu-west-1.dynamodb': ['52.94.5.0/24', '52.119.240.0/21', '52.94.24.0/23'],
};

export const serviceNameIn = (document: Scenario, region: ResourceId, service: string): string =>
  `com.amazonaws.${getKind(document, region, 'region')?.regionName ?? 'us-east-1'}.${service}`;

export const gatewayServiceOf = (serviceName: string): GatewayService | undefined =>
  GATEWAY_SERVICES.find(
    (service) => /^com\.amazonaws\.[a-z0-9-]+\./.test(serviceName) && serviceName.endsWith(`.${service}`),
  );

export const hasDocumentedBlocks = (prefixListName: string): boolean =>
  Object.hasOwn(DOCUMENTED_BLOCKS, prefixListName);

/** The list of that name in the region, made if it is not there. */
export function ensurePrefixList(draft: Draft, region: ResourceId, prefixListName: string): ResourceId {
  const known = prefixListIn(draft.document, region, prefixListName);
  if (known !== undefined) return known;
  const blocks = hasDocumentedBlocks(prefixListName) ? (DOCUMENTED_BLOCKS[prefixListName] ?? []) : [];
  return draft.add({
    id: draft.nextId('prefix-list'),
    kind: 'prefix-list',
    region,
    prefixListName,
    entries: blocks.map((cidr) => ({ cidr })),
  });
}

export const prefixListIn = (
  document: Scenario,
  region: ResourceId,
  prefixListName: string,
): ResourceId | undefined =>
  allOf(document, 'prefix-list').find(
    (list) => list.region === region && list.prefixListName === prefixListName,
  )?.id;
