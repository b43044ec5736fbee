/**
 * The boot in the run, for instances with user data: each step begins at its own moment and asks then what it needs;
 * what nobody answers is asked again until the command gives up. A NAT gateway that comes later than that is too late.
 */
import type { EventType } from '../../kernel/event-types';
import type { Handler, Handlers, Now, Out } from '../../kernel/simulation';
import { advanceBoot } from './advance-boot';
import type { BootCause } from './boot-input';
import { bootPlan } from './boot-plan';
import type { BootOutcome, BootStep } from './boot-step';
import { EMPTY_DISK } from './guest-disk';
import type { BootProgress, GuestFields, GuestWorld } from './progress';
import { startBoot } from './start-boot';

type State = Now<GuestFields>;
type Writer = Out<GuestFields>;

/** Whatever may end a boot before its time; asked after the lifecycle has set the states. */
const MAY_BREAK_OFF = [
  'stop',
  'force-stop',
  'hibernate',
  'shut-down',
  'terminate',
  'reboot',
  'halt',
  'crash',
  'fail-volume',
  'spot-reclaim',
  'host-failed',
  'zone-lost',
  'scheduled-event-due',
  'instance-stopped',
  'instance-terminated',
] as const satisfies readonly EventType[];

/** Runs after the lifecycle, on the states it has set. */
export function bootHandlers(world: GuestWorld): Handlers<GuestFields> {
  const booting =
    (act: (subject: number, state: State, out: Writer) => void): Handler<GuestFields> =>
    (event, state, out) => {
      if (world.bootsInSteps(event.subject)) act(event.subject, state, out);
    };
  const begin = (cause: BootCause | 'as-it-was') =>
    booting((subject, state, out) => {
      if (state.cells.get(subject, 'state') !== 'running') return;
      beginBoot(world, subject, cause === 'as-it-was' ? causeOf(subject, state) : cause, state, out);
    });

  return {
    ...Object.fromEntries(MAY_BREAK_OFF.map((type) => [type, [booting(breakOff)]])),
    'instance-running': [begin('as-it-was')],
    'instance-rebooted': [begin('reboot')],
    'instance-recovered': [begin('reboot')],
    'zone-back': [begin('reboot')],
    'guest-step': [
      booting((subject, state, out) => {
        const progress = state.cells.get(subject, 'boot');
        if (!progress) return;
        if (progress.triesUntil !== undefined) tryAgain(world, subject, progress, state, out);
        else nextStep(world, subject, progress, state, out);
      }),
    ],
  };
}

/** A first start, a start that finds its memory, or another start. */
function causeOf(subject: number, { cells }: State): BootCause {
  if (cells.get(subject, 'suspended')) return 'resume';
  return cells.get(subject, 'guestDisk') ? 'start' : 'launch';
}

function beginBoot(world: GuestWorld, subject: number, cause: BootCause, state: State, out: Writer): void {
  const { cells } = state;
  const disk = cells.get(subject, 'guestDisk') ?? EMPTY_DISK;
  const suspended = cells.get(subject, 'suspended');
  const input = { ...world.inputOf(subject, cause, cells), disk, ...(suspended ? { suspended } : {}) };
  const steps = bootPlan(input, (thing, low, high) =>
    state.random.integer('guest', `${input.instanceId}/${thing}`, low, high),
  ).filter(({ id }) => id !== 'status-checks');
  const started = startBoot(input);
  out.set(subject, 'suspended', undefined);
  out.set(subject, 'guest', 'booting');
  out.set(subject, 'listening', started.listening.map(makeListener));
  out.set(subject, 'userData', steps.some(({ command }) => command) ? 'running' : null);
  const onHost = steps.filter(({ stage }) => stage === 'host');
  let { state: now, begun } = { state: started, begun: [] as BootProgress['begun'] };
  const since = world.pendingSince(subject, cells);
  const share = onHost.length === 0 ? 0 : Math.floor((state.now - since) / onHost.length);
  // The host has done its part while the instance was pending.
  for (const [index, step] of onHost.entries()) {
    const advanced = advanceBoot(now, step, []);
    now = advanced.state;
    const outcome = { ...advanced.outcome, durationMs: share };
    begun = [...begun, { startsAt: since + index * share, outcome }];
  }
  const progress: BootProgress = { input, steps, begun, state: now, ahead: now };
  nextStep(world, subject, progress, state, out);
}

/** Ends the step under way and begins the one after it. */
function nextStep(world: GuestWorld, subject: number, before: BootProgress, state: State, out: Writer): void {
  const ended = before.begun.length > 0 ? before.steps[before.begun.length - 1] : undefined;
  const outcome = before.begun.at(-1)?.outcome;
  const settled: BootProgress = { ...before, state: before.ahead };
  out.set(subject, 'guestDisk', settled.state.disk);
  out.set(subject, 'listening', settled.state.listening.map(makeListener));
  if (ended?.id === 'services' || ended?.id === 'resume-memory') {
    out.set(subject, 'guest', 'up');
    out.note('services-up');
  }
  if (ended?.command && outcome) tell(ended, outcome, out);
  const step = before.steps[before.begun.length];
  if (!step) return finish(subject, settled, out);
  const answers = step.needs.map((need) => world.answer(subject, need, state.now, state.cells));
  const advanced = advanceBoot(settled.state, step, answers);
  const { durationMs } = advanced.outcome;
  // Packets that nobody answers are sent again for as long as the command waits.
  const waits = durationMs > TRY_AGAIN_MS && answers.some((answer) => answer.state === 'no-path');
  out.set(subject, 'boot', {
    ...settled,
    ahead: advanced.state,
    begun: [...settled.begun, { startsAt: state.now, outcome: advanced.outcome }],
    ...(waits ? { triesUntil: state.now + durationMs } : {}),
  });
  const delayMs = waits ? TRY_AGAIN_MS : durationMs;
  out.set(subject, 'bootNext', out.schedule(delayMs, 'guest-step', subject));
}

/** Between two looks at whether the way is open now. */
const TRY_AGAIN_MS = 10_000;

function tryAgain(
  world: GuestWorld,
  subject: number,
  { triesUntil = 0, ...progress }: BootProgress,
  state: State,
  out: Writer,
): void {
  const step = progress.steps[progress.begun.length - 1];
  const last = progress.begun.at(-1);
  if (!step || !last) return;
  const answers = step.needs.map((need) => world.answer(subject, need, state.now, state.cells));
  if (answers.some((answer) => answer.state === 'no-path')) {
    const leftMs = triesUntil - state.now;
    const goesOn = leftMs > TRY_AGAIN_MS;
    out.set(subject, 'boot', goesOn ? { ...progress, triesUntil } : progress);
    out.set(subject, 'bootNext', out.schedule(goesOn ? TRY_AGAIN_MS : leftMs, 'guest-step', subject));
    return;
  }
  const { state: ahead, outcome } = advanceBoot(progress.state, step, answers);
  const waitedMs = state.now - last.startsAt;
  const late = {
    startsAt: last.startsAt,
    outcome: { ...outcome, durationMs: waitedMs + outcome.durationMs },
  };
  out.set(subject, 'boot', { ...progress, ahead, begun: [...progress.begun.slice(0, -1), late] });
  out.set(subject, 'bootNext', out.schedule(outcome.durationMs, 'guest-step', subject));
}

function finish(subject: number, progress: BootProgress, out: Writer): void {
  const { begun, steps } = progress;
  out.set(subject, 'boot', progress);
  out.set(subject, 'bootNext', undefined);
  out.set(subject, 'guest', 'up');
  const commands = begun.filter((_one, index) => steps[index]?.command);
  if (commands.length === 0) return out.note('booted');
  const failed = commands.filter(({ outcome }) => outcome.result === 'failed').length;
  const unknown = commands.filter(({ outcome }) => outcome.result === 'not-simulated').length;
  out.set(subject, 'userData', failed > 0 ? 'failed' : unknown > 0 ? 'not-simulated' : 'done');
  out.note('user-data-ended', { failed, unknown, commands: commands.length });
}

function breakOff(subject: number, { cells }: State, out: Writer): void {
  const guest = cells.get(subject, 'guest');
  const state = cells.get(subject, 'state');
  const goesOn = state === 'running' && guest === 'up';
  const boot = cells.get(subject, 'boot');
  const underWay = cells.get(subject, 'bootNext');
  if (goesOn || !boot) return;
  if (underWay !== undefined) {
    // While it stops or hibernates it still says up; a crash, a reboot and a loss of the host do not.
    out.cancel(underWay);
    out.set(subject, 'bootNext', undefined);
    out.set(subject, 'boot', { ...boot, brokenOff: true });
    if (cells.get(subject, 'userData') === 'running') out.set(subject, 'userData', 'failed');
  }
  if (state === 'stopped' && cells.get(subject, 'hibernating') === true)
    out.set(subject, 'suspended', boot.state);
  if (state === 'terminated') out.set(subject, 'guestDisk', undefined);
  out.set(subject, 'listening', state === 'running' && guest !== 'halted' ? [] : null);
}

/** `tcp/80 httpd` */
const makeListener = ({ protocol, port, name }: { protocol: string; port: number; name: string }): string =>
  `${protocol}/${port} ${name}`;

function tell(step: BootStep, outcome: BootOutcome, out: Writer): void {
  const detail = { line: step.command?.step.line, text: step.label, message: outcome.message };
  if (outcome.result === 'failed') out.note('user-data-fails', detail);
  else if (outcome.result === 'ok' && step.command?.step.action.kind !== 'local')
    out.note('user-data-does', detail);
}
