/** The state × action table for one instance: what each call would do in each state, given how it is set up. */
import { CALLS, decide, type Call, type Decision } from '../../lifecycle/actions';
import type { LifecycleCells, LifecycleFields } from '../../lifecycle/machine';
import type { StatesAnswer } from '../../model/inside';
import { INSTANCE_STATES, type InstanceState } from '../../model/live';
import type { CallRow } from '../../model/state-diagram';
import type { ResourceOf } from '../descriptors';
import { machineOf, spotRequestOf } from '../instance/lifecycle';
import { spotRefusalOf } from '../playback';
import { ACTION_NAMES } from '../run-actions';
import { subjectsOf } from '../subjects';
import type { InsideWorld } from './world';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
export function statesOf({ document, live }: InsideWorld, instance: ResourceOf<'instance'>): StatesAnswer {
  const subjects = subjectsOf(document);
  const machine = machineOf(document, instance, subjects, []);
  const request = spotRequestOf(document, instance, subjects);
  const now: LifecycleFields = live[instance.id] ?? {};
  const inState = (state: InstanceState): LifecycleCells => ({
    get: (_subject, field) =>
      (({ ...now, state, ...(state === now.state ? {} : { guest: 'up' }) }) as LifecycleFields)[field],
  });
  const calls = CALLS.filter((call) => call !== 'launch').map((call): CallRow => ({
    call,
    label: ACTION_NAMES[call],
    cells: INSTANCE_STATES.map((state) => {
      const decision = decide(call, machine, inState(state), spotRefusalOf({ requestOf: () => request }));
      return { state, ...shown(call, decision), known: decision.known };
    }),
  }));
  return { question: 'states', state: now.state ?? 'running', calls };
}

/** Where an accepted call leads. */
const LEADS: Readonly<Record<Call, string>> = {
  launch: 'pending',
  start: 'pending → running',
  stop: 'stopping → stopped',
  'force-stop': 'stopping → stopped',
  hibernate: 'stopping → stopped, memory kept',
  reboot: 'stays running',
  terminate: 'shutting-down → terminated',
  'shut-down': 'as its shutdown behavior says',
  halt: 'stays running, answers nobody',
  crash: 'stays running, answers nobody',
};

function shown(call: Call, decision: Decision): Pick<CallRow['cells'][number], 'does' | 'detail'> {
  switch (decision.verdict) {
    case 'act':
      return { does: 'acts', detail: LEADS[call] };
    case 'no-op':
      return { does: 'nothing', detail: 'nothing changes' };
    case 'refuse': {
      const { code, message } = decision.refusal;
      return { does: 'error', detail: code === undefined ? message : `${code}: ${message}` };
    }
  }
}
