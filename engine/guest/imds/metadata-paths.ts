/**
 * Every path of the instance metadata and what stands there. What does not apply is not in the list: 404.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html
 */
import type { Announcement, BlockDevices, Metadata, MetadataInterface } from './metadata';

/** A path below `/latest/` and its text. */
export type MetadataPath = readonly [path: string, text: string];

const META = 'meta-data';

export function metadataPaths(metadata: Metadata): readonly MetadataPath[] {
  return [
    ...machinePaths(metadata),
    ...devicePaths(metadata.blockDevices),
    ...eventPaths(metadata),
    ...metadata.interfaces.flatMap(interfacePaths),
    ...placementPaths(metadata),
    ...accessPaths(metadata),
    ...Object.entries(metadata.tags ?? {}).map(([key, value]): MetadataPath => [
      `${META}/tags/instance/${key}`,
      value,
    ]),
    ...identityPaths(metadata),
    ...(metadata.userData === undefined ? [] : [['user-data', metadata.userData] as const]),
  ];
}

const given = (path: string, value: string | number | undefined): readonly MetadataPath[] =>
  value === undefined || value === '' ? [] : [[`${META}/${path}`, String(value)]];

const json = (value: unknown): string => JSON.stringify(value, null, 2);

function machinePaths(metadata: Metadata): readonly MetadataPath[] {
  const [primary] = metadata.interfaces;
  return [
    ...given('ami-id', metadata.imageId),
    ...given('ami-launch-index', 0),
    ...given('hostname', primary?.localHostname),
    ...given('instance-action', 'none'),
    ...given('instance-id', metadata.instanceId),
    ...given('instance-life-cycle', metadata.lifeCycle),
    ...given('instance-type', metadata.instanceType),
    ...given('local-hostname', primary?.localHostname),
    ...given('local-ipv4', primary?.localIpv4s[0]),
    ...given('mac', primary?.macAddress),
    ...given('public-hostname', primary?.publicHostname),
    ...given('public-ipv4', primary?.publicIpv4s[0]?.publicIp),
    ...given('ipv6', primary?.ipv6s[0]),
    ...given('reservation-id', metadata.reservationId),
    ...given('security-groups', primary?.groups.map(({ name }) => name).join('\n')),
  ];
}

function devicePaths({ root, ebs, ephemeral }: BlockDevices): readonly MetadataPath[] {
  const short = (device: string): string => device.replace(/^\/dev\//, '');
  return [
    ...given('block-device-mapping/ami', short(root)),
    ...ebs.flatMap((device, index) => given(`block-device-mapping/ebs${index + 1}`, short(device))),
    ...ephemeral.flatMap((device, index) => given(`block-device-mapping/ephemeral${index}`, short(device))),
    ...given('block-device-mapping/root', root),
  ];
}

function eventPaths({ announcement, interruption }: Metadata): readonly MetadataPath[] {
  return [
    ...given('events/maintenance/history', '[]'),
    ...given('events/maintenance/scheduled', announcement ? json([scheduled(announcement)]) : '[]'),
    ...(interruption
      ? given(
          'spot/instance-action',
          JSON.stringify({ action: interruption.action, time: interruption.time }),
        )
      : []),
    // Where it will be stopped or hibernated, this one is not there.
    ...(interruption?.action === 'terminate' ? given('spot/termination-time', interruption.time) : []),
  ];
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'instance-stop': 'The instance is running on degraded hardware',
  'instance-retirement': 'The instance is running on degraded hardware',
  'instance-reboot': 'scheduled reboot',
  'system-reboot': 'scheduled reboot',
  'system-maintenance': 'scheduled maintenance',
};

const scheduled = ({ code, eventId, notBefore }: Announcement) => ({
  NotBefore: notBefore,
  Code: code,
  Description: DESCRIPTIONS[code] ?? code,
  EventId: eventId,
  State: 'active',
});

function interfacePaths(own: MetadataInterface): readonly MetadataPath[] {
  const base = `network/interfaces/macs/${own.macAddress}`;
  const lines = (values: readonly string[]): string => values.join('\n');
  return [
    ...given(`${base}/device-number`, own.deviceNumber),
    ...given(`${base}/interface-id`, own.interfaceId),
    ...own.publicIpv4s.flatMap(({ publicIp, privateIp }) =>
      given(`${base}/ipv4-associations/${publicIp}`, privateIp),
    ),
    ...given(`${base}/ipv6s`, lines(own.ipv6s)),
    ...given(`${base}/local-hostname`, own.localHostname),
    ...given(`${base}/local-ipv4s`, lines(own.localIpv4s)),
    ...given(`${base}/mac`, own.macAddress),
    ...given(`${base}/public-hostname`, own.publicHostname),
    ...given(`${base}/public-ipv4s`, lines(own.publicIpv4s.map(({ publicIp }) => publicIp))),
    ...given(`${base}/security-group-ids`, lines(own.groups.map(({ id }) => id))),
    ...given(`${base}/security-groups`, lines(own.groups.map(({ name }) => name))),
    ...given(`${base}/subnet-id`, own.subnetId),
    ...given(`${base}/subnet-ipv4-cidr-block`, own.subnetIpv4),
    ...given(`${base}/subnet-ipv6-cidr-blocks`, own.subnetIpv6),
    ...given(`${base}/vpc-id`, own.vpcId),
    ...given(`${base}/vpc-ipv4-cidr-block`, own.vpcIpv4s[0]),
    ...given(`${base}/vpc-ipv4-cidr-blocks`, lines(own.vpcIpv4s)),
    ...given(`${base}/vpc-ipv6-cidr-blocks`, lines(own.vpcIpv6s)),
  ];
}

const placementPaths = ({ placement }: Metadata): readonly MetadataPath[] => [
  ...given('placement/availability-zone', placement.availabilityZone),
  ...given('placement/availability-zone-id', placement.availabilityZoneId),
  ...given('placement/group-name', placement.groupName),
  ...given('placement/host-id', placement.hostId),
  ...given('placement/partition-number', placement.partitionNumber),
  ...given('placement/region', placement.region),
];

/** Keys and credentials are placeholders: nothing here is a secret. */
function accessPaths({ accountId, role, key, pendingTime }: Metadata): readonly MetadataPath[] {
  return [
    ...(role === undefined
      ? []
      : [
          ...given(
            'iam/info',
            json({
              Code: 'Success',
              LastUpdated: pendingTime,
              InstanceProfileArn: `arn:aws:iam::${accountId}:instance-profile/${role}`,
              InstanceProfileId: 'AIPAEXAMPLE',
            }),
          ),
          ...given(
            `iam/security-credentials/${role}`,
            json({
              Code: 'Success',
              LastUpdated: pendingTime,
              Type: 'AWS-HMAC',
              AccessKeyId: 'ASIAEXAMPLE',
              SecretAccessKey: '(not simulated)',
              Token: '(not simulated)',
            }),
          ),
        ]),
    ...(key === undefined
      ? []
      : given(
          'public-keys/0/openssh-key',
          `${key.type === 'rsa' ? 'ssh-rsa' : 'ssh-ed25519'} (not simulated) ${key.name}`,
        )),
  ];
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-identity-documents.html */
function identityPaths(metadata: Metadata): readonly MetadataPath[] {
  const base = 'dynamic/instance-identity';
  const document = {
    accountId: metadata.accountId,
    architecture: metadata.architecture,
    availabilityZone: metadata.placement.availabilityZone,
    billingProducts: null,
    devpayProductCodes: null,
    marketplaceProductCodes: null,
    imageId: metadata.imageId,
    instanceId: metadata.instanceId,
    instanceType: metadata.instanceType,
    kernelId: null,
    pendingTime: metadata.pendingTime,
    privateIp: metadata.interfaces[0]?.localIpv4s[0] ?? null,
    ramdiskId: null,
    region: metadata.placement.region,
    version: '2017-09-30',
  };
  return [
    [`${base}/document`, json(document)],
    [`${base}/pkcs7`, '(not simulated: a signature of AWS)'],
    [`${base}/signature`, '(not simulated: a signature of AWS)'],
  ];
}
