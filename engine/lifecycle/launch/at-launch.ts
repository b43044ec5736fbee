/** The checks of a launch or a start at its moment of the run. */
import type { Now } from '../../kernel/simulation';
import type { LifecycleFields, LifecycleWorld, Machine } from '../machine';
import type { Refusal } from '../refusal';
import { requestRefusal } from './checks';

export function refusalAtLaunch(
  world: Pick<LifecycleWorld, 'launchRequestOf'>,
  call: 'launch' | 'start',
  machine: Machine,
  { cells }: Pick<Now<LifecycleFields>, 'cells'>,
): Refusal | undefined {
  const request = world.launchRequestOf(machine.subject);
  return (
    request &&
    requestRefusal(call, request, {
      stateOf: (subject) => cells.get(subject, 'state'),
      counts: (subject) => {
        const state = cells.get(subject, 'state');
        return state === 'pending' || state === 'running';
      },
      userOf: (eni) => {
        const user = cells.get(eni, 'attachedTo');
        return user === null || user === machine.resource ? undefined : user;
      },
    })
  );
}
