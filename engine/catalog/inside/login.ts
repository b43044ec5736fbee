/** Who can log in to one instance at a moment, and by which way. */
import { instanceTypeFacts } from '../../facts/instance-types';
import type { Access, AccessKey, PathFinding, PortFinding } from '../../guest/access/access';
import { loginWays } from '../../guest/access/login-ways';
import type { BootNeed } from '../../guest/boot/boot-step';
import type { LoginAnswer } from '../../model/inside';
import { answerNeed } from '../boot/answers';
import type { ResourceOf, Scenario } from '../descriptors';
import { knownImage } from '../instance/known-image';
import { allOf, getKind, subnetOfInstance } from '../lookup';
import { compileNetwork, trace, type ScenarioNetwork } from '../network-roles';
import { absentBecause } from './absent';
import type { InsideWorld } from './world';

type Instance = ResourceOf<'instance'>;

const GONE: readonly (string | undefined)[] = ['not-launched', 'shutting-down', 'terminated'];
/** https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html */
const SESSION_SERVICES = ['ssm', 'ssmmessages', 'ec2messages'] as const;

export async function loginOf(world: InsideWorld, instance: Instance): Promise<LoginAnswer> {
  const now = world.live[instance.id];
  const silent = absentBecause(now);
  if (silent !== undefined && GONE.includes(now?.state))
    return { question: 'login', absent: silent, ways: [] };
  const network = await world.network();
  return { question: 'login', ways: loginWays(accessOf(world, network, instance, silent)) };
}

function accessOf(
  world: InsideWorld,
  network: ScenarioNetwork,
  instance: Instance,
  silent: string | undefined,
): Access {
  const { document, live } = world;
  const image = knownImage(document, instance);
  const facts = instanceTypeFacts(instance.instanceType);
  const profile = instance.iamInstanceProfile;
  const booting = live[instance.id]?.guest === 'booting' ? 'It is still booting.' : undefined;
  const why = silent ?? booting;
  const asked = {
    document,
    live,
    network: () => network,
    networkOf: (other: Scenario) => compileNetwork({ document: other, at: world.at, live }),
  };
  const service = (name: (typeof SESSION_SERVICES)[number]): PathFinding => {
    const need: BootNeed = { kind: 'aws-api', service: name, port: 443 };
    const { state, reason } = answerNeed(asked, instance, need);
    return { answer: state === 'met' ? 'yes' : state === 'unknown' ? 'unknown' : 'no', why: reason };
  };
  return {
    system: image.operatingSystem,
    systemName: image.title,
    ...(image.user === undefined ? {} : { user: image.user }),
    ...(why === undefined ? {} : { silent: why }),
    ssh: portFinding(world, network, instance, 22),
    rdp: portFinding(world, network, instance, 3389),
    key: keyOf(world, instance),
    ...(profile ? { role: { name: profile.roleName, policies: profile.policies } } : {}),
    metadataEnabled: instance.metadataOptions?.httpEndpoint !== 'disabled',
    services: SESSION_SERVICES.map((name) => ({ name, finding: service(name) })),
    nitro: facts === undefined ? undefined : facts.hypervisor !== 'xen',
    instanceType: instance.instanceType,
    setsPassword: /\b(ch)?passwd\b/.test(instance.userData ?? ''),
  };
}

/** Rules that look at the port; whatever else stops a packet is on the way there. */
const FILTERS: readonly string[] = ['ENI_SG_RULES_MISMATCH', 'SUBNET_ACL_RESTRICTION', 'X_NO_LISTENER'];

/** From where the question is asked, by the analyser itself. */
function portFinding(
  { from = 'internet' }: InsideWorld,
  network: ScenarioNetwork,
  instance: Instance,
  port: number,
): PortFinding {
  const traced = trace(network, { from, to: instance.id, protocol: 'tcp', port });
  if (!traced.ok) {
    const unknown: PathFinding = { answer: 'unknown', why: traced.error.message };
    return { route: unknown, port: unknown };
  }
  const { verdict, blockers, forward, notModelled } = traced.value;
  const filter = blockers.find(({ code }) => FILTERS.includes(code));
  const other = blockers.find(({ code }) => !FILTERS.includes(code));
  const rule = forward.hops.findLast(({ kind, decidedBy }) => kind === 'security-group' && decidedBy);
  const open = verdict === 'reachable' || verdict === 'partial';
  const doubt: PathFinding | undefined =
    verdict === 'unknown'
      ? { answer: 'unknown', why: notModelled[0] ?? 'Something on the way is not modelled.' }
      : undefined;
  const stopped = (blocker: (typeof blockers)[number] | undefined): PathFinding | undefined =>
    blocker && { answer: 'no', why: blocker.message, source: blocker.source };
  return {
    route: (open ? undefined : stopped(other)) ??
      doubt ?? { answer: 'yes', why: `A packet from ${from} finds its way there.` },
    port: (open ? undefined : stopped(filter)) ??
      doubt ?? {
        answer: 'yes',
        why: rule?.decidedBy
          ? `tcp ${port} is let in: ${rule.decidedBy.text}.`
          : `Nothing stops tcp ${port}.`,
        ...(rule ? { source: rule.source } : {}),
      },
  };
}

function keyOf({ document }: InsideWorld, instance: Instance): AccessKey {
  const { keyName } = instance;
  if (keyName === undefined)
    return knownImage(document, instance).copied ? { state: 'copied' } : { state: 'none' };
  const region = getKind(document, subnetOfInstance(document, instance.id)?.availabilityZone, 'zone')?.region;
  const drawn = allOf(document, 'key-pair').find(
    (pair) => pair.keyName === keyName && (region === undefined || pair.region === region),
  );
  return drawn
    ? { state: 'drawn', name: keyName, type: drawn.keyType, kept: drawn.privateKeyKept !== false }
    : { state: 'unknown', name: keyName };
}
