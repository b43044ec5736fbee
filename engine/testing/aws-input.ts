/** Small AWS answers for tests of the importer. */
import type { Kind, ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf } from '../catalog/lookup';
import { importAws, type Imported } from '../interchange/aws/import-aws';

/** Imports values as files named after their place in the list; a failure fails the test. */
export function importValuesOf(...values: readonly unknown[]): Imported {
  return importFiles(Object.fromEntries(values.map((value, index) => [`file-${index + 1}.json`, value])));
}

export function importFiles(files: Readonly<Record<string, unknown>>): Imported {
  const result = importAws(
    Object.entries(files).map(([name, value]) => ({ name, text: JSON.stringify(value) })),
  );
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The one resource that AWS calls so. */
export function byAwsId<K extends Kind>(document: Scenario, kind: K, awsId: string): ResourceOf<K> {
  const found = allOf(document, kind).find(({ id }) => document.observed[id]?.awsId === awsId);
  if (!found) throw new Error(`${awsId} was not imported`);
  return found;
}

/** The report's sentences, without the ones every small input brings about. */
export const said = ({ report }: Imported): string =>
  report.map(({ where, message }) => `${where}: ${message}`).join('\n');

export const VPC = { VpcId: 'vpc-0a', CidrBlock: '10.0.0.0/16', OwnerId: '111122223333' };
export const SUBNET = {
  SubnetId: 'subnet-0a',
  VpcId: 'vpc-0a',
  CidrBlock: '10.0.0.0/24',
  AvailabilityZone: 'us-east-1a',
  AvailabilityZoneId: 'use1-az1',
};
export const ENI = {
  NetworkInterfaceId: 'eni-0a',
  SubnetId: 'subnet-0a',
  VpcId: 'vpc-0a',
  PrivateIpAddress: '10.0.0.10',
  Groups: [],
  Attachment: { InstanceId: 'i-0a', DeviceIndex: 0, Status: 'attached', DeleteOnTermination: true },
};
export const INSTANCE = {
  InstanceId: 'i-0a',
  InstanceType: 'm5.large',
  State: { Code: 16, Name: 'running' },
  SubnetId: 'subnet-0a',
  VpcId: 'vpc-0a',
  Placement: { AvailabilityZone: 'us-east-1a', GroupName: '', Tenancy: 'default' },
};

/** A VPC with a subnet, an instance and its interface. */
export const SMALL = {
  Vpcs: [VPC],
  Subnets: [SUBNET],
  NetworkInterfaces: [ENI],
  Reservations: [{ ReservationId: 'r-0a', OwnerId: '111122223333', Instances: [INSTANCE] }],
};
