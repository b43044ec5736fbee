/** Several things into something new that holds them, as one step, and out of their groups again. */
import type { ResourceOf } from '../catalog/descriptors';
import { getKind, labelOf, subnetOfInstance } from '../catalog/lookup';
import { laneKey } from '../drawing/place';
import type { Intent } from '../model/proposal';
import type { ResourceId } from '../model/resource';
import { planCreate } from './create';
import { Draft } from './draft';
import { planLeaveGroup } from './place/instance';
import { planAll } from './places';
import { accept, refuse, type Plan, type Situation } from './plan';
import { SOURCES } from './sources';
import { targetOf } from './target';

type Gather = Extract<Intent, { readonly type: 'gather' }>;
type Instance = ResourceOf<'instance'>;

export function planGather(situation: Situation, { ids, kind }: Gather): Plan {
  const { document } = situation;
  const instances = ids.flatMap((id) => getKind(document, id, 'instance') ?? []);
  if (instances.length < ids.length || instances.length === 0)
    return refuse(
      'GATHER-001',
      'Only instances go together into something new. Select instances.',
      SOURCES.launch,
    );
  if (kind === null) return planUngroup(situation, instances);
  const place = placeFor(situation, instances, kind);
  const target = targetOf(document, place ?? '');
  if (!target) return refuse('GATHER-002', 'These instances do not stand in one VPC.', SOURCES.launch);
  const made = planCreate(situation, kind, target);
  if (!made.ok) return made;
  // The second half is planned on what the first makes: tried here, so that a refusal is known before anything is composed.
  const trial = new Draft(document);
  const tried = fill(situation, trial, made.build(trial), instances);
  if (!tried.ok) return tried;
  const what = kind === 'subnet' ? 'a new subnet' : 'a new placement group';
  const whom = named(situation, instances);
  return accept(`Put ${whom} into ${what}`, (draft) => {
    const id = made.build(draft);
    const filled = fill(situation, draft, id, instances);
    if (filled.ok) filled.build(draft);
    return id;
  });
}

const named = ({ document }: Situation, instances: readonly Instance[]): string =>
  instances.length === 1 ? labelOf(document, instances[0]?.id ?? '') : `${instances.length} instances`;

function fill(
  situation: Situation,
  { document }: Draft,
  id: ResourceId | undefined,
  instances: readonly Instance[],
): Plan {
  const target = targetOf(document, id ?? '');
  if (!target) return refuse('GATHER-003', 'There is no room for it.', SOURCES.launch);
  return planAll(
    { ...situation, document },
    instances.map((instance) => instance.id),
    target,
  );
}

/** The region for a group; for a subnet the lane of the first instance, in the VPC of them all. */
function placeFor(
  { document }: Situation,
  instances: readonly Instance[],
  kind: 'placement-group' | 'subnet',
): ResourceId | undefined {
  const subnets = instances.map(({ id }) => subnetOfInstance(document, id));
  const [first] = subnets;
  if (!first) return undefined;
  if (kind === 'placement-group') return getKind(document, first.vpcId, 'vpc')?.region;
  const isOne = subnets.every((subnet) => subnet?.vpcId === first.vpcId);
  return isOne ? laneKey(first.vpcId, first.availabilityZone) : undefined;
}

function planUngroup(situation: Situation, instances: readonly Instance[]): Plan {
  const grouped = instances.filter(({ placementGroup }) => placementGroup !== undefined);
  if (grouped.length === 0)
    return refuse('ASSOCIATE-001', 'None of these is in a placement group.', SOURCES.placementGroups);
  const plans = grouped.map((instance) => planLeaveGroup(situation, instance));
  const refused = plans.find((plan) => !plan.ok);
  if (refused) return refused;
  const whom = named(situation, grouped);
  const groups = grouped.length === 1 ? 'its placement group' : 'their placement groups';
  return accept(`Take ${whom} out of ${groups}`, (draft) => {
    for (const plan of plans) if (plan.ok) plan.build(draft);
    return grouped[0]?.id;
  });
}
