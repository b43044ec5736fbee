/** Joining a placement group: a running instance must be stopped first. */
import type { ResourceOf } from '../../catalog/descriptors';
import { labelOf } from '../../catalog/lookup';
import { refuse, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';

export function joinGroupRefusal(
  { document, live }: Situation,
  instance: ResourceOf<'instance'>,
): Refused | null {
  const state = live?.[instance.id]?.state;
  if (state === undefined || state === 'stopped' || state === 'not-launched' || state === 'terminated')
    return null;
  return refuse(
    'IncorrectInstanceState',
    `${labelOf(document, instance.id)} is ${state}. EC2 changes the placement group of a stopped instance only: stop it first.`,
    SOURCES.changePlacement,
  );
}
