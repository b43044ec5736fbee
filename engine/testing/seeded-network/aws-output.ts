/**
 * A document as the files that `aws ec2 describe-*` would print of it, for measurements of the importer and for other
 * analysers. Shapes: https://docs.aws.amazon.com/cli/latest/reference/ec2/
 */
import type { Kind, Scenario } from '../../catalog/descriptors';
import { allOf } from '../../catalog/lookup';
import { aclsOf, groupsOf } from './aws-filters';
import { interfacesOf, reservationsOf, volumesOf } from './aws-machines';
import { addressesOf, gatewaysOf, natsOf, tablesOf } from './aws-routing';
import { zonesOf, subnetsOf, vpcAttributesOf, vpcsOf } from './aws-places';

const WRITTEN: readonly Kind[] = [
  'region',
  'zone',
  'internet',
  'vpc',
  'subnet',
  'instance',
  'network-interface',
  'volume',
  'internet-gateway',
  'nat-gateway',
  'elastic-ip',
  'route-table',
  'security-group',
  'network-acl',
];

/** @returns the text of each file by its name, `Vpcs.json` … Throws a RangeError for a kind that is not written here. */
export function toAwsOutput(document: Scenario): Readonly<Record<string, string>> {
  for (const { id, kind } of Object.values(document.resources))
    if (!WRITTEN.includes(kind)) throw new RangeError(`${id} is of kind ${kind}, which is not written.`);
  const lists: Readonly<Record<string, readonly unknown[]>> = {
    AvailabilityZones: zonesOf(document),
    Vpcs: vpcsOf(document),
    Subnets: subnetsOf(document),
    InternetGateways: gatewaysOf(document),
    NatGateways: natsOf(document),
    Addresses: addressesOf(document),
    RouteTables: tablesOf(document),
    NetworkAcls: aclsOf(document),
    SecurityGroups: groupsOf(document),
    Reservations: reservationsOf(document),
    NetworkInterfaces: interfacesOf(document),
    Volumes: volumesOf(document),
  };
  const files = Object.entries(lists).map(
    ([name, list]) => [`${name}.json`, printed({ [name]: list })] as const,
  );
  // One answer a call, as the command line gives them one after another.
  const attributes = allOf(document, 'vpc').flatMap(vpcAttributesOf).map(printed).join('');
  return Object.fromEntries([...files, ['VpcAttributes.json', attributes]]);
}

const printed = (value: unknown): string => `${JSON.stringify(value, null, 4)}\n`;
