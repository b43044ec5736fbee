/** The boot in the run: translates instances, and asks the network of the moment what a step needs. */
import type { GuestCells, GuestWorld } from '../../guest/boot/progress';
import type { Cells } from '../../kernel/state-table';
import type { LiveFields, LiveState } from '../../model/live';
import type { ResourceId } from '../../model/resource';
import type { Scenario } from '../descriptors';
import { getKind } from '../lookup';
import type { LifecycleRoles } from '../lifecycle-roles';
import { LIVE_FIELDS } from '../live-fields';
import { compileNetwork, type ScenarioNetwork } from '../network-roles';
import { answerNeed } from './answers';
import { bootInputOf, bootsInSteps } from './boot-input';

/** @returns `undefined` where nobody boots step by step, so that runs without user data pay nothing. */
export function guestWorldOf({ document, subjects }: LifecycleRoles): GuestWorld | undefined {
  const instanceAt = (subject: number) => getKind(document, subjects.ids[subject], 'instance');
  const inSteps = new Set(
    subjects.ids.flatMap((_id, subject) => {
      const instance = instanceAt(subject);
      return instance && bootsInSteps(instance) ? [subject] : [];
    }),
  );
  if (inSteps.size === 0) return undefined;
  const known = (subject: number) => {
    const instance = instanceAt(subject);
    if (!instance) throw new Error(`Subject ${subject} is not an instance.`);
    return instance;
  };
  return {
    bootsInSteps: (subject) => inSteps.has(subject),
    inputOf: (subject, cause, cells) =>
      bootInputOf(document, known(subject), cause, (id) => fieldsOf(subjects.of(id), cells)),
    pendingSince: (subject, cells) => cells.get(subject, 'pendingSince') ?? 0,
    answer: (subject, need, now, cells) => {
      let compiled: ScenarioNetwork | undefined;
      const live = liveOf(subjects.ids, cells);
      const networkOf = (asked: Scenario) => compileNetwork({ document: asked, at: now, live });
      return answerNeed(
        {
          document,
          live,
          network: () => (compiled ??= networkOf(document)),
          networkOf,
        },
        known(subject),
        need,
      );
    },
  };
}

function liveOf(ids: readonly ResourceId[], cells: GuestCells): LiveState {
  const live: Record<ResourceId, LiveFields> = {};
  for (const [subject, id] of ids.entries()) live[id] = fieldsOf(subject, cells);
  return live;
}

function fieldsOf(subject: number, cells: Cells<LiveFields>): LiveFields {
  const fields: Record<string, unknown> = {};
  if (subject < 0) return fields;
  for (const field of LIVE_FIELDS) {
    const value = cells.get(subject, field);
    if (value !== undefined) fields[field] = value;
  }
  return fields;
}
