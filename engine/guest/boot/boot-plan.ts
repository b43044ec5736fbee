/**
 * The boot of an instance as a sequence: from the host that is found to the login prompt.
 * cloud-init: https://cloudinit.readthedocs.io/en/latest/explanation/boot.html, EC2Launch:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2launch-v2.html
 */
import { needsOf, mountNeed, type Need } from '../user-data/actions';
import { knownService, listenersOf } from '../user-data/known-services';
import type { UserDataStage } from '../user-data/plan';
import { isFirstBoot, type BootInput, type VolumeBlocks } from './boot-input';
import type { BootNeed, BootStage, BootStep } from './boot-step';
import { durationOf, effectsOf, sourceText } from './command-effects';
import { drawMs, type Draw } from './durations';
import {
  RESUME,
  KERNEL,
  WINDOWS_SETUP,
  DHCP,
  METADATA,
  CLOUD_INIT_LOCAL,
  CLOUD_INIT_NETWORK,
  CLOUD_INIT_CONFIG,
  EC2_LAUNCH,
  CLOUD_INIT_FINAL,
  READY,
  CHECKS,
  type Wish,
} from './fixed-steps';
import { IMAGES, repositoryOf } from './images';
import { commandsAt } from './user-data-order';

/** @param draw the run's own random streams decide how long things take */
export function bootPlan(input: BootInput, draw: Draw): readonly BootStep[] {
  const firstBoot = isFirstBoot(input);
  const windows = input.family === 'windows';
  const make = ({ id, stage, label, duration, key, needs, effects }: Wish): BootStep => ({
    key: key ?? id,
    id,
    stage,
    label,
    durationMs: drawMs(draw, duration, key ?? id),
    illustrative: true,
    needs: (needs ?? []).map((need) => bootNeed(need, input)),
    effects: effects ?? [],
  });
  if (input.cause === 'resume')
    return [...hostSteps(input).map(make), make(RESUME), make({ ...CHECKS, needs: [] })];
  const host = input.cause === 'reboot' ? [] : hostSteps(input);
  const commands = (stage: UserDataStage): readonly BootStep[] =>
    userDataSteps(stage, input, firstBoot, draw);
  if (windows)
    return [
      ...host.map(make),
      make({ ...KERNEL, duration: 'windowsKernel', label: 'Windows starts' }),
      ...(firstBoot ? [make(WINDOWS_SETUP)] : []),
      make(DHCP),
      make(METADATA),
      make(EC2_LAUNCH),
      make(servicesStep(input)),
      ...commands('final'),
      make({ ...READY, label: 'Windows is ready to use' }),
      make(CHECKS),
    ];
  return [
    ...host.map(make),
    make(KERNEL),
    make(rootFileSystem(input.rootVolume.blocks, input.cause)),
    ...fstabSteps(input).map(make),
    make(DHCP),
    make(METADATA),
    make(CLOUD_INIT_LOCAL),
    make(CLOUD_INIT_NETWORK),
    ...commands('network'),
    make(CLOUD_INIT_CONFIG),
    ...commands('config'),
    make(servicesStep(input)),
    make(CLOUD_INIT_FINAL),
    ...commands('final'),
    make(READY),
    make(CHECKS),
  ];
}

function hostSteps(input: BootInput): readonly Wish[] {
  const { rootVolume, volumes, interfaces } = input;
  return [
    { id: 'placement', stage: 'host', label: `Placed on ${input.host}`, duration: 'placement' },
    {
      id: 'root-volume',
      stage: 'host',
      label: `Root volume ${rootVolume.id} attached as ${rootVolume.device}`,
      duration: 'rootVolume',
    },
    ...volumes.map((volume): Wish => ({
      id: 'data-volume',
      key: `data-volume:${volume.id}`,
      stage: 'host',
      label: `Volume ${volume.id} attached as ${volume.device}`,
      duration: 'dataVolume',
    })),
    {
      id: 'network-interfaces',
      stage: 'host',
      label: `Network interface${interfaces.length === 1 ? '' : 's'} attached: ${interfaces.map(({ id }) => id).join(', ')}`,
      duration: 'networkInterfaces',
    },
  ];
}

function rootFileSystem(blocks: VolumeBlocks, cause: BootInput['cause']): Wish {
  const wish = { id: 'root-file-system', stage: 'kernel' } as const;
  // What a boot touches has been fetched by the boot before.
  if (blocks === 'present' || cause === 'reboot')
    return { ...wish, label: 'The root file system is mounted', duration: 'rootPresent' };
  return blocks === 'snapshot'
    ? {
        ...wish,
        label: 'The root file system is mounted; each block comes from the snapshot when it is touched first',
        duration: 'rootFromSnapshot',
      }
    : {
        ...wish,
        label: 'The root file system is copied from the image in S3 to the instance store',
        duration: 'rootFromInstanceStoreImage',
      };
}

function fstabSteps({ disk }: BootInput): readonly Wish[] {
  return disk.fstab.map((entry, index) => ({
    id: 'mount',
    key: `mount:${index}`,
    stage: 'kernel',
    label: `${sourceText(entry.source)} is mounted on ${entry.mountPoint} (/etc/fstab)`,
    duration: 'mount',
    needs: [mountNeed(entry.source)],
    effects: [{ kind: 'mounted', source: sourceText(entry.source), mountPoint: entry.mountPoint }],
  }));
}

/** What comes with the image, and what has been enabled since. */
function servicesStep(input: BootInput): Wish {
  const facts = IMAGES[input.family];
  const installed = [...facts.packages, ...input.disk.packages];
  const enabled = input.disk.enabled.flatMap((unit) => {
    const service = knownService(unit);
    return service ? listenersOf(service, installed) : [];
  });
  const listeners = [...facts.listens, ...enabled];
  return {
    id: 'services',
    stage: 'config',
    label:
      input.disk.enabled.length === 0
        ? 'Services of the image start'
        : `Services start: those of the image, ${input.disk.enabled.join(', ')}`,
    duration: 'services',
    effects: listeners.map((listener) => ({ kind: 'listens', listener })),
  };
}

const STAGE: Readonly<Record<UserDataStage, BootStage>> = {
  network: 'init',
  config: 'config',
  final: 'final',
};

function userDataSteps(
  stage: UserDataStage,
  input: BootInput,
  firstBoot: boolean,
  draw: Draw,
): readonly BootStep[] {
  const { userData } = input;
  if (!userData) return [];
  const facts = IMAGES[input.family];
  const installed = [...facts.packages, ...input.disk.packages];
  return commandsAt(stage, userData, firstBoot).map(({ scriptKey, partIndex, index, step }) => {
    const { action } = step;
    const key = `user-data:${partIndex}:${index}`;
    const effects = effectsOf(action, facts, installed);
    for (const effect of effects) if (effect.kind === 'package-installed') installed.push(effect.package);
    return {
      key,
      id: 'user-data',
      stage: STAGE[stage],
      label: step.text,
      durationMs: action.kind === 'sleep' ? action.durationMs : drawMs(draw, durationOf(action), key),
      illustrative: true,
      needs: needsOf(action).map((need) => bootNeed(need, input)),
      effects,
      command: { scriptKey, step },
    };
  });
}

function bootNeed(need: Need, { family, region }: BootInput): BootNeed {
  return need.kind === 'package-repository' ? { ...need, repository: repositoryOf(family, region) } : need;
}
