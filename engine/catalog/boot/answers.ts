/** What a booting instance gets when it asks for something outside: each question is a trace of that moment's network. */
import type { BootNeed, NeedAnswer } from '../../guest/boot/boot-step';
import type { LiveState } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { metadataOptionsOf } from '../instance/metadata-options';
import { allOf, getKind, knownIdOf, labelOf, subnetOfInstance, volumesOf } from '../lookup';
import { trace, type ScenarioNetwork } from '../network-roles';
import { regionNameOf } from './boot-input';

export interface AskedWorld {
  readonly document: Scenario;
  readonly live: LiveState;
  /** Of that moment; compiled when it is asked for. */
  readonly network: () => ScenarioNetwork;
  /** The same moment of another document. */
  readonly networkOf: (document: Scenario) => ScenarioNetwork;
}

/** Reserved for documentation, and in no pool that the editor gives Elastic IPs from (editing/next-public-address). */
const SOMEWHERE = '203.0.113.80';
/** A block of S3 that AWS prints: https://docs.aws.amazon.com/code-library/latest/ug/ec2_example_ec2_DescribePrefixLists_section.html */
const S3_ADDRESSES: Readonly<Record<string, string>> = {
  'us-east-1': '54.231.0.1',
  'eu-west-1': '52.218.0.1',
};

export function answerNeed(world: AskedWorld, instance: ResourceOf<'instance'>, need: BootNeed): NeedAnswer {
  const region = regionNameOf(world.document, instance);
  switch (need.kind) {
    case 'package-repository': {
      const { repository } = need;
      return repository.bucket === undefined
        ? onInternet(world, instance, repository.host, repository.port)
        : toS3(world, instance, region);
    }
    case 'host':
      return toHost(world, instance, need.host, need.port);
    case 's3-bucket':
      return toBucket(world, instance, need.bucket, region);
    case 'aws-api':
      return toService(world, instance, need.service, need.region ?? region);
    case 'file-system':
      return toFileSystem(world, instance, need.fileSystem, need.port);
    case 'metadata':
      return fromMetadata(world, instance, need.version);
    case 'device':
      return onDevice(world, instance, need.device);
  }
}

const met = (reason: string): NeedAnswer => ({ state: 'met', reason });
const unknown = (reason: string): NeedAnswer => ({ state: 'unknown', reason });

/** @param to an end as a trace takes it. */
function ask(
  { network }: AskedWorld,
  instance: ResourceOf<'instance'>,
  to: string,
  port: number,
  what: string,
): NeedAnswer {
  const answer = trace(network(), { from: instance.id, to, protocol: 'tcp', port });
  if (!answer.ok) return unknown(`${what} can’t be asked for: ${answer.error.message}`);
  const { verdict, blockers, notModelled } = answer.value;
  if (verdict === 'reachable' || verdict === 'partial') return met(`${what} answers on tcp ${port}.`);
  const [first] = blockers;
  if (verdict === 'unknown')
    return unknown(first?.message ?? notModelled[0] ?? `Whether ${what} answers is not known.`);
  const listens = first?.code.startsWith('X_') === true && first.message.includes('listen');
  return {
    state: listens ? 'refused' : 'no-path',
    reason: first ? first.message : `Nothing leads to ${what}.`,
  };
}

function vpcOf({ document }: AskedWorld, instance: ResourceOf<'instance'>): ResourceOf<'vpc'> | undefined {
  return getKind(document, subnetOfInstance(document, instance.id)?.vpcId, 'vpc');
}

/** Without the resolver of the VPC no name outside is known. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html */
function unresolved(world: AskedWorld, instance: ResourceOf<'instance'>, name: string): NeedAnswer | null {
  return vpcOf(world, instance)?.enableDnsSupport === false
    ? {
        state: 'not-resolved',
        reason: `${name} is not resolved: DNS resolution is off in ${labelOf(world.document, vpcOf(world, instance)?.id ?? '')}.`,
      }
    : null;
}

function onInternet(
  world: AskedWorld,
  instance: ResourceOf<'instance'>,
  name: string | undefined,
  port: number,
): NeedAnswer {
  const what = name ?? 'the internet';
  return (
    (name === undefined ? null : unresolved(world, instance, name)) ??
    ask(world, instance, `internet:${SOMEWHERE}`, port, what)
  );
}

/** A gateway endpoint serves it without the internet, else an interface endpoint, else the way to the internet. */
function toS3(world: AskedWorld, instance: ResourceOf<'instance'>, region: string): NeedAnswer {
  const named = unresolved(world, instance, `s3.${region}.amazonaws.com`);
  if (named) return named;
  const service = `com.amazonaws.${region}.s3`;
  const vpcId = vpcOf(world, instance)?.id;
  const endpoints = allOf(world.document, 'vpc-endpoint').filter(
    (endpoint) => endpoint.vpcId === vpcId && endpoint.serviceName === service,
  );
  if (
    endpoints.some(
      ({ vpcEndpointType, privateDnsEnabled }) => vpcEndpointType === 'Interface' && privateDnsEnabled,
    )
  )
    return ask(world, instance, `s3.${region}.amazonaws.com`, 443, 'S3');
  const list = allOf(world.document, 'prefix-list').find(({ prefixListName }) => prefixListName === service);
  const block = list?.entries.find(({ cidr }) => !cidr.includes(':'))?.cidr;
  const gateway = endpoints.find(({ vpcEndpointType }) => vpcEndpointType === 'Gateway');
  if (gateway && block === undefined)
    return unknown(
      `Which addresses ${labelOf(world.document, gateway.id)} serves is not known: the prefix list ${service} has no entries here.`,
    );
  const address = block === undefined ? (S3_ADDRESSES[region] ?? SOMEWHERE) : firstHost(block);
  return ask(world, instance, `internet:${address}`, 443, 'S3');
}

/** The address after that of the network. */
const firstHost = (block: string): string => {
  const [a = '0', b = '0', c = '0', d = '0'] = block.split('/')[0]?.split('.') ?? [];
  return `${a}.${b}.${c}.${Number(d) + 1}`;
};

function toBucket(
  world: AskedWorld,
  instance: ResourceOf<'instance'>,
  name: string,
  region: string,
): NeedAnswer {
  const path = toS3(world, instance, region);
  if (path.state !== 'met') return path;
  const drawn = allOf(world.document, 'bucket').find(({ bucketName }) => bucketName === name);
  if (!drawn)
    return unknown(`The bucket ${name} is not in the drawing, so that nobody can say what is in it.`);
  if (instance.iamInstanceProfile?.policies.includes('AmazonS3ReadOnlyAccess'))
    return met(`S3 answers, and the role of the instance may read ${name}.`);
  return {
    state: 'denied',
    reason: instance.iamInstanceProfile
      ? `The role ${instance.iamInstanceProfile.roleName} has no policy that lets it read from S3. Add AmazonS3ReadOnlyAccess.`
      : 'The instance has no role, so that S3 gives it nothing. Give it one with AmazonS3ReadOnlyAccess.',
  };
}

function toService(
  world: AskedWorld,
  instance: ResourceOf<'instance'>,
  service: string,
  region: string,
): NeedAnswer {
  const name = `${service}.${region}.amazonaws.com`;
  const named = unresolved(world, instance, name);
  if (named) return named;
  const vpcId = vpcOf(world, instance)?.id;
  const inside = allOf(world.document, 'vpc-endpoint').some(
    (endpoint) =>
      endpoint.vpcId === vpcId &&
      endpoint.vpcEndpointType === 'Interface' &&
      endpoint.privateDnsEnabled === true &&
      endpoint.serviceName === `com.amazonaws.${region}.${service}`,
  );
  return ask(world, instance, inside ? name : `internet:${SOMEWHERE}`, 443, name);
}

/** A machine of the drawing by address or name, else somebody on the internet. */
function toHost(world: AskedWorld, instance: ResourceOf<'instance'>, host: string, port: number): NeedAnswer {
  if (/^[\d.]+$/.test(host)) return ask(world, instance, host, port, host);
  const named = unresolved(world, instance, host);
  if (named) return named;
  const own =
    /\.(internal|elb\.amazonaws\.com|vpce\.amazonaws\.com)$|^ip-|\.compute(-1)?\.amazonaws\.com$/.test(host);
  return own ? ask(world, instance, host, port, host) : onInternet(world, instance, host, port);
}

/** By its id, its name or its DNS name; mounted by the target in the zone of the instance. https://docs.aws.amazon.com/efs/latest/ug/mounting-fs.html */
function toFileSystem(
  world: AskedWorld,
  instance: ResourceOf<'instance'>,
  wanted: string,
  port: number,
): NeedAnswer {
  const { document } = world;
  const named = wanted.split('.')[0] ?? wanted;
  const known = allOf(document, 'file-system').find(
    ({ id, name }) => id === named || name === named || knownIdOf(document, id) === named,
  );
  if (!known) return { state: 'absent', reason: `There is no file system ${named} in the drawing.` };
  const zone = subnetOfInstance(document, instance.id)?.availabilityZone;
  const targets = known.mountTargets.flatMap((id) => {
    const eni = getKind(document, id, 'network-interface');
    return eni ? [eni] : [];
  });
  const inZone = targets.find((eni) => getKind(document, eni.subnetId, 'subnet')?.availabilityZone === zone);
  const target = wanted.includes('.') ? inZone : (inZone ?? targets[0]);
  if (!target)
    return {
      state: targets.length === 0 ? 'absent' : 'not-resolved',
      reason: `${labelOf(document, known.id)} has no mount target in the zone of the instance.`,
    };
  return ask(serving(world, known, target), instance, target.id, port, labelOf(document, known.id));
}

/**
 * The same network with something that listens behind a mount target: AWS runs it, the drawing has only its interface.
 */
function serving(
  world: AskedWorld,
  { id, name }: ResourceOf<'file-system'>,
  target: ResourceOf<'network-interface'>,
): AskedWorld {
  const server: ResourceOf<'instance'> = {
    id: `${id}-server`,
    kind: 'instance',
    ...(name === undefined ? {} : { name }),
    instanceType: 'm5.large',
    services: [{ protocol: 'tcp', port: 2049 }],
  };
  const { interfaceType: _, ...plain } = target;
  const attached: ResourceOf<'network-interface'> = {
    ...plain,
    attachment: { instanceId: server.id, deviceIndex: 0, deleteOnTermination: false },
  };
  const { [target.id]: __, ...others } = world.document.observed;
  return {
    ...world,
    network: () =>
      world.networkOf({
        ...world.document,
        observed: others,
        resources: { ...world.document.resources, [server.id]: server, [target.id]: attached },
      }),
  };
}

/** The link-local address answers whatever groups and ACLs say. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html */
function fromMetadata(
  { document }: AskedWorld,
  instance: ResourceOf<'instance'>,
  version: 'v1' | 'v2',
): NeedAnswer {
  const options = metadataOptionsOf(document, instance);
  if (options.httpEndpoint === 'disabled')
    return { state: 'absent', reason: 'The instance metadata service is switched off for this instance.' };
  if (version === 'v1' && options.httpTokens === 'required')
    return { state: 'denied', reason: 'Metadata is given for a token only (version 2): 401 without one.' };
  return met('Instance metadata answers.');
}

function onDevice(world: AskedWorld, instance: ResourceOf<'instance'>, device: string): NeedAnswer {
  const { document, live } = world;
  const bare = (name: string): string =>
    name
      .replace(/^\/dev\//, '')
      .replace(/^(xvd|sd)/, '')
      .replace(/\d+$/, '');
  const attached = volumesOf(document, instance.id).filter(
    (disk) => (live[disk.id]?.state ?? 'in-use') === 'in-use',
  );
  const nvme = /^\/dev\/nvme(\d+)n1/.exec(device);
  const disk = nvme
    ? attached[Number(nvme[1])]
    : attached.find(({ attachment }) => attachment && bare(attachment.device) === bare(device));
  if (!disk) return { state: 'absent', reason: `No volume is attached as ${device}.` };
  const formatted =
    disk.attachment?.root === true || disk.snapshotId !== undefined || (live[disk.id]?.data ?? []).length > 0;
  return formatted
    ? met(`${labelOf(document, disk.id)} holds a file system.`)
    : {
        state: 'unformatted',
        reason: `${labelOf(document, disk.id)} is blank: it holds no file system yet.`,
      };
}
