/**
 * Enclaves in a run: they run as long as their parent does. That a reboot ends them is our reading: the parent's
 * driver, which holds them, goes with its system. https://docs.aws.amazon.com/enclaves/latest/user/nitro-enclave-concepts.html
 */
import type { EventType } from '../../kernel/event-types';
import type { Handlers, Now, Out } from '../../kernel/simulation';
import type { LiveFields } from '../../model/live';
import { makeEnclave, parseEnclaves, USUAL_ENCLAVE, type Enclave, type EnclaveParent } from './enclave';
import { enclaveRefusal, freeName } from './enclave-rules';

export interface EnclaveWorld {
  /** Those that may have enclaves, in the order of ids. */
  readonly parents: readonly EnclaveParent[];
  readonly parentOf: (subject: number) => EnclaveParent | undefined;
  /** What the nth action of the script asks for. */
  readonly requestOf: (action: number) => Partial<Enclave>;
}

type State = Now<LiveFields>;
type Writer = Out<LiveFields>;

/** Whatever may take a parent away; asked after the lifecycle has set the states. */
const MAY_END = [
  'stop',
  'force-stop',
  'hibernate',
  'shut-down',
  'terminate',
  'reboot',
  'spot-reclaim',
  'host-failed',
  'zone-lost',
  'fail-host',
  'fail-zone',
  'scheduled-event-due',
  'instance-stopped',
  'instance-terminated',
] as const satisfies readonly EventType[];

export function enclaveHandlers(world: EnclaveWorld): Handlers<LiveFields> {
  const sweep = (_event: unknown, state: State, out: Writer): void => {
    for (const { subject } of world.parents)
      if ((state.cells.get(subject, 'enclaves')?.length ?? 0) > 0 && !isUp(state, subject))
        out.set(subject, 'enclaves', []);
  };
  return {
    ...(world.parents.length === 0 ? {} : Object.fromEntries(MAY_END.map((type) => [type, [sweep]]))),
    'run-enclave': [
      (event, state, out) => {
        const parent = world.parentOf(event.subject);
        if (parent) runEnclave(parent, world.requestOf(event.payload), state, out);
      },
    ],
    'terminate-enclave': [
      (event, state, out) => {
        const parent = world.parentOf(event.subject);
        if (parent) terminateEnclave(parent, world.requestOf(event.payload).name, state, out);
      },
    ],
  };
}

function isUp({ cells }: State, subject: number): boolean {
  const guest = cells.get(subject, 'guest');
  return (
    cells.get(subject, 'state') === 'running' &&
    cells.get(subject, 'systemStatus') !== 'failed' &&
    guest !== 'booting'
  );
}

function runEnclave(parent: EnclaveParent, wanted: Partial<Enclave>, state: State, out: Writer): void {
  const { subject } = parent;
  const guest = state.cells.get(subject, 'guest');
  if (!isUp(state, subject) || guest === 'halted' || guest === 'crashed')
    return out.note('enclave-refused', {
      message: `No system answers in '${parent.id}' that could start one.`,
    });
  const texts = state.cells.get(subject, 'enclaves') ?? [];
  const running = parseEnclaves(texts);
  const { vCpus, memoryMiB } = { ...USUAL_ENCLAVE, ...wanted };
  const refusal = enclaveRefusal(parent, running, { vCpus, memoryMiB });
  if (refusal) return out.note('enclave-refused', refusal);
  const made = makeEnclave({ name: freeName(running, wanted.name ?? USUAL_ENCLAVE.name), vCpus, memoryMiB });
  out.set(subject, 'enclaves', [...texts, made]);
  out.note('enclave-runs', made);
}

/** @param name absent: all of them */
function terminateEnclave(parent: EnclaveParent, name: string | undefined, state: State, out: Writer): void {
  const texts = state.cells.get(parent.subject, 'enclaves') ?? [];
  const left = name === undefined ? [] : parseEnclaves(texts).filter((one) => one.name !== name);
  if (left.length === texts.length)
    return out.note('enclave-refused', {
      message:
        name === undefined
          ? `No enclave runs in '${parent.id}'.`
          : `No enclave named "${name}" runs in '${parent.id}'.`,
    });
  out.set(parent.subject, 'enclaves', left.map(makeEnclave));
  out.note('enclave-terminated', name);
}
