/** An instance as the checks of its launch see it. */
import { instanceTypeFacts, isOffered } from '../../facts/instance-types';
import { USER_DATA_LIMIT_BYTES, parseUserData } from '../../guest/user-data/parse-user-data';
import type {
  AskedImage,
  AskedInterface,
  AskedKeyPair,
  AskedPlacement,
  LaunchRequest,
} from '../../lifecycle/launch/launch-request';
import type { Refusal } from '../../lifecycle/refusal';
import { parseCidr4, parseIpv4 } from '../../model/ip/ipv4';
import { spotRequestRefusal } from '../../spot/restrictions';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, interfacesOf, knownIdOf, labelOf, subnetOfInstance } from '../lookup';
import type { Subjects } from '../subjects';
import { imageOfInstance, platformOf, type InstanceImage } from './instance-image';
import { askedDisks } from './launch-disks';
import { quotaOf } from './quota';

type Instance = ResourceOf<'instance'>;

export function launchRequestOf(document: Scenario, instance: Instance, subjects: Subjects): LaunchRequest {
  const facts = instanceTypeFacts(instance.instanceType);
  const subnet = subnetOfInstance(document, instance.id);
  const vpc = getKind(document, subnet?.vpcId, 'vpc');
  const zone = getKind(document, subnet?.availabilityZone, 'zone');
  const region = getKind(document, vpc?.region ?? zone?.region, 'region');
  const regionName = region?.regionName ?? '';
  const found = imageOfInstance(document, instance);
  const image = askedImage(document, found, facts?.architectures, subjects);
  const market = instance.instanceMarketOptions === undefined ? 'on-demand' : 'spot';
  const quota = quotaOf(document, instance, subjects);
  const keyPair = askedKeyPair(document, instance, region);
  const userDataRefusal = userDataRefusalOf(document, instance);
  const spotRefusal = spotOptions(instance);
  return {
    name: labelOf(document, instance.id),
    regionName,
    zoneName: zone?.zoneName ?? '',
    market,
    ...(image ? { image } : {}),
    ...(found.from === 'nowhere' ? { imageFault: { id: found.id, fault: found.fault } } : {}),
    type: {
      name: instance.instanceType,
      offered: zone?.zoneId ? isOffered(instance.instanceType, regionName, zone.zoneId) : undefined,
      ...(facts ? { facts } : {}),
    },
    ...(quota ? { quota } : {}),
    interfaces: interfacesOf(document, instance.id).map((eni) => askedInterface(document, eni, subjects)),
    ...(keyPair ? { keyPair } : {}),
    windows: platformOf(document, instance) === 'windows',
    placement: askedPlacement(document, instance, vpc),
    hibernates: instance.hibernationOptions?.configured === true,
    enclaves: instance.enclaveOptions?.enabled === true,
    rootDevice: instance.rootDeviceType ?? image?.rootDevice ?? 'ebs',
    disks: askedDisks(document, instance, found, subjects),
    ...(userDataRefusal ? { userDataRefusal } : {}),
    ...(spotRefusal ? { spotRefusal } : {}),
  };
}

function askedImage(
  document: Scenario,
  found: InstanceImage,
  architectures: readonly string[] | undefined,
  subjects: Subjects,
): AskedImage | undefined {
  if (found.from === 'list') {
    const { image, chosen } = found;
    // What nobody chose is of the processor of the type, or some image that we do not list (Mac).
    if (!chosen && !image.architectures.some((each) => architectures?.includes(each))) return undefined;
    return {
      id: image.id,
      permitted: true,
      unsubscribed: false,
      architectures: image.architectures,
      virtualizationType: 'hvm',
      nitroDrivers: true,
    };
  }
  if (found.from !== 'drawing') return undefined;
  const { image } = found;
  const regionName = getKind(document, image.region, 'region')?.regionName;
  const foreign = (image.owner ?? 'self') !== 'self';
  return {
    id: knownIdOf(document, image.id),
    subject: subjects.of(image.id),
    ...(regionName === undefined ? {} : { regionName }),
    permitted: !foreign || image.launchPermission !== 'none',
    unsubscribed: image.owner === 'aws-marketplace' && image.subscribed !== true,
    architectures: [image.architecture],
    ...(image.bootMode ? { bootMode: image.bootMode } : {}),
    virtualizationType: image.virtualizationType ?? 'hvm',
    ...(image.rootDeviceType ? { rootDevice: image.rootDeviceType } : {}),
    nitroDrivers: image.enaSupport !== false,
  };
}

function askedInterface(
  document: Scenario,
  eni: ResourceOf<'network-interface'>,
  subjects: Subjects,
): AskedInterface {
  const subnet = getKind(document, eni.subnetId, 'subnet');
  const address = eni.privateIpAddress;
  const addressFault = faultOf(subnet?.cidrBlock, address);
  return {
    id: knownIdOf(document, eni.id),
    subject: subjects.of(eni.id),
    deviceIndex: eni.attachment?.deviceIndex ?? 0,
    ...(subnet
      ? {
          subnet: {
            label: labelOf(document, subnet.id),
            ...(subnet.cidrBlock === undefined ? {} : { cidrBlock: subnet.cidrBlock }),
            zoneName: getKind(document, subnet.availabilityZone, 'zone')?.zoneName ?? '',
          },
        }
      : {}),
    ...(address === undefined ? {} : { address }),
    ...(addressFault ? { addressFault } : {}),
    ipv4Count:
      (address === undefined ? 0 : 1) +
      (eni.secondaryPrivateIpAddresses?.length ?? 0) +
      (eni.ipv4Prefixes?.length ?? 0),
    ...groupFaults(document, eni, subnet),
  };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
function faultOf(cidrBlock: string | undefined, text: string | undefined): AskedInterface['addressFault'] {
  const block = parseCidr4(cidrBlock ?? '');
  const address = parseIpv4(text ?? '');
  if (!block || address === null) return undefined;
  if (address < block.first || address > block.last) return 'outside';
  return address < block.first + 4 || address === block.last ? 'reserved' : undefined;
}

/** A VPC of which no group is drawn says nothing about the ones that are named. */
function groupFaults(
  document: Scenario,
  eni: ResourceOf<'network-interface'>,
  subnet: ResourceOf<'subnet'> | undefined,
): Pick<AskedInterface, 'missingGroups' | 'strangeGroups'> {
  const missingGroups: string[] = [];
  const strangeGroups: string[] = [];
  for (const id of eni.groupSet) {
    const group = getKind(document, id, 'security-group');
    if (group && subnet && group.vpcId !== subnet.vpcId) strangeGroups.push(knownIdOf(document, id));
    if (!group && allOf(document, 'security-group').some(({ vpcId }) => vpcId === subnet?.vpcId))
      missingGroups.push(id);
  }
  return { missingGroups, strangeGroups };
}

function askedKeyPair(
  document: Scenario,
  { keyName }: Instance,
  region: ResourceOf<'region'> | undefined,
): AskedKeyPair | undefined {
  if (keyName === undefined || keyName === '') return undefined;
  const here = allOf(document, 'key-pair').filter((pair) => pair.region === region?.id);
  const pair = here.find((each) => each.keyName === keyName);
  return {
    name: keyName,
    regionName: region?.regionName ?? '',
    known: pair ? 'yes' : here.length === 0 ? 'unknown' : 'no',
    ...(pair ? { type: pair.keyType } : {}),
  };
}

/** In a VPC with dedicated tenancy every launch is at least dedicated. */
function askedPlacement(
  document: Scenario,
  instance: Instance,
  vpc: ResourceOf<'vpc'> | undefined,
): AskedPlacement {
  const group = getKind(document, instance.placementGroup, 'placement-group');
  const tenancy = instance.tenancy ?? 'default';
  return {
    tenancy: tenancy === 'default' && vpc?.instanceTenancy === 'dedicated' ? 'dedicated' : tenancy,
    namesHost: instance.hostId !== undefined,
    ...(group ? { group: { name: group.groupName, strategy: group.strategy } } : {}),
  };
}

/** Its messages begin with EC2's code. */
function userDataRefusalOf(document: Scenario, instance: Instance): Refusal | undefined {
  const text = instance.userData ?? '';
  if (text === '') return undefined;
  const read = parseUserData(text, { platform: platformOf(document, instance) });
  if (read.ok) return undefined;
  const [, code = '', message = ''] = /^([\w.]+): ([^]*)$/.exec(read.error.message) ?? [];
  return code === ''
    ? {
        code: 'InvalidUserData.Malformed',
        message: `${read.error.message} At most ${USER_DATA_LIMIT_BYTES} bytes of text are taken.`,
      }
    : { code, message };
}

function spotOptions(instance: Instance): Refusal | undefined {
  const options = instance.instanceMarketOptions;
  if (!options) return undefined;
  return spotRequestRefusal(
    { type: options.spotInstanceType, interruption: options.instanceInterruptionBehavior },
    instance.placementGroup !== undefined,
  );
}
