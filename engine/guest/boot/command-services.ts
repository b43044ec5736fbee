/** Starting, stopping and enabling services. https://www.freedesktop.org/software/systemd/man/latest/systemctl.html */
import type { Action } from '../user-data/actions';
import { knownService, unitName, type KnownService } from '../user-data/known-services';
import type { BootState } from './boot-state';
import type { CommandStep } from './boot-step';
import { effectsOf } from './command-effects';
import { IMAGES } from './images';
import { done, notKnown, type BootAdvance } from './outcomes';

type ServiceAction = Extract<Action, { kind: 'control-service' }>;

export function advanceService(state: BootState, step: CommandStep, action: ServiceAction): BootAdvance {
  const presence = action.services.map((name) => presenceOf(name, state));
  const missing = action.services.find((_, index) => presence[index] === 'missing');
  if (missing !== undefined) return unitMissing(state, missing, action);
  const unknown = action.services.find((_, index) => presence[index] === 'unknown');
  if (unknown !== undefined) {
    const message = `Whether the service ${unknown} is there is not known: nothing that is simulated installs it.`;
    return {
      state: { ...state, opaque: true },
      outcome: notKnown(message),
    };
  }
  // What is installed by now decides on which ports a service listens.
  const effects = effectsOf(action, IMAGES[state.family], state.disk.packages);
  const units = action.services.map((name) => knownService(name)?.unit ?? unitName(name));
  const { state: after, outcome } = done(state, { ...step, effects }, sentence(action, effects.length > 0));
  switch (action.verb) {
    case 'start':
    case 'restart':
    case 'enable-now':
      return { state: { ...after, running: [...new Set([...after.running, ...units])] }, outcome };
    case 'stop':
      return { state: { ...after, running: after.running.filter((unit) => !units.includes(unit)) }, outcome };
    case 'disable': {
      const enabled = after.disk.enabled.filter((unit) => !units.includes(unit));
      return { state: { ...after, disk: { ...after.disk, enabled } }, outcome };
    }
    case 'enable':
      return { state: after, outcome };
  }
}

type Presence = 'there' | 'missing' | 'unknown';

/** A service is there if a package that brings it is, or a unit file of its name. */
function presenceOf(name: string, state: BootState): Presence {
  const unit = unitName(name);
  if (state.disk.files.some((path) => path.endsWith(`/${unit}.service`))) return 'there';
  const service = knownService(unit);
  if (!service) return state.disk.packages.includes(unit) ? 'there' : 'unknown';
  if (state.family === 'windows' || onImage(service, state)) return 'there';
  if (service.packages.some((one) => state.failedPackages.includes(one))) return 'missing';
  return state.opaque || state.family === 'other-linux' ? 'unknown' : 'missing';
}

const onImage = ({ packages }: KnownService, { disk }: BootState): boolean =>
  packages.some((name) => disk.packages.includes(name));

function unitMissing(state: BootState, name: string, { verb }: ServiceAction): BootAdvance {
  const unit = unitName(name);
  const starts = verb === 'start' || verb === 'restart';
  return {
    state,
    outcome: {
      result: 'failed',
      exitStatus: starts ? 5 : 1,
      message: `There is no service ${unit}: the package that brings it is not installed.`,
      durationMs: 50,
      effects: [],
      output: [
        starts
          ? `Failed to ${verb} ${unit}.service: Unit ${unit}.service not found.`
          : `Failed to ${verb === 'enable-now' ? 'enable' : verb} unit: Unit file ${unit}.service does not exist.`,
        `Unit ${unit}.service could not be found.`,
      ],
    },
  };
}

const DONE: Readonly<Record<ServiceAction['verb'], string>> = {
  start: 'Started, until the next boot',
  restart: 'Restarted',
  stop: 'Stopped',
  enable: 'Starts at each boot from the next one on',
  disable: 'No longer starts at boot',
  'enable-now': 'Started, and starts at each boot',
};

function sentence({ verb, services }: ServiceAction, known: boolean): string {
  const silent =
    known || services.every((name) => knownService(name) !== undefined)
      ? ''
      : ' What it listens on is not known.';
  return `${DONE[verb]}: ${services.map(unitName).join(', ')}.${silent}`;
}
