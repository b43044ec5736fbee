/** What must hold between the parts of a document, beyond the shape of each. */
import { get, getKind } from '../catalog/lookup';
import type { Resource, Scenario } from '../catalog/descriptors';
import { endsOf } from '../model/action-ends';
import { lastTimeOf, MAX_TIME_MS, type ActionType, type ScriptAction } from '../model/document';
import type { ResourceId } from '../model/resource';
import { fail, type Failure } from '../model/result';
import { makeWhere, shown } from './complaint';
import { checkReferences } from './references';

/** @param indexOf where a resource stands in the file's list; asked for the first mistake only */
export function checkWellFormed(
  document: Scenario,
  indexOf: (id: ResourceId) => number,
): Failure | undefined {
  const find = (id: ResourceId): Resource | undefined =>
    Object.hasOwn(document.resources, id) ? document.resources[id] : undefined;
  const seats = new Map<string, ResourceId>();
  for (const resource of Object.values(document.resources)) {
    const path = (): (string | number)[] => ['resources', indexOf(resource.id)];
    if (checkReferences(resource, find, [])) return checkReferences(resource, find, path());
    const failure = checkSeat(resource, seats, path);
    if (failure) return failure;
  }
  for (const id of Object.keys(document.observed))
    if (!find(id))
      return fail(
        'unknown-reference',
        `observed is about ${shown(id)}, which is not in the document; expected: the id of a resource.`,
        `observed.${id}`,
      ).error;
  return (
    checkUnique(document.script, 'script') ??
    checkUnique(document.checks, 'checks') ??
    checkUnique(document.slides, 'slides') ??
    checkUnique(document.notes, 'notes') ??
    checkScript(document)
  );
}

/** One interface a device index, so one primary interface an instance. */
function checkSeat(
  resource: Resource,
  seats: Map<string, ResourceId>,
  path: () => readonly (string | number)[],
): Failure | undefined {
  if (resource.kind !== 'network-interface' || !resource.attachment) return undefined;
  const { instanceId, deviceIndex } = resource.attachment;
  const seat = `${instanceId} ${deviceIndex}`;
  const taken = seats.get(seat);
  if (taken === undefined) {
    seats.set(seat, resource.id);
    return undefined;
  }
  const where = makeWhere(path());
  return fail(
    'conflict',
    `${where} (${resource.id}) is attached to ${instanceId} at device index ${deviceIndex}, where ${taken} already is; allowed: a free index.`,
    `${where}.attachment.deviceIndex`,
  ).error;
}

function checkUnique(items: readonly { readonly id: string }[], list: string): Failure | undefined {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id))
      return fail(
        'conflict',
        `${list}[${index}].id is ${shown(id)}, which is used before in the list; allowed: an id used once.`,
        `${list}[${index}].id`,
      ).error;
    seen.add(id);
  }
  return undefined;
}

type ActionTarget = 'instance' | 'zone' | 'volume' | 'image' | 'network-interface' | 'elastic-ip';

/** Of which kind the target of an action is. */
export const ACTION_TARGETS: Readonly<Record<ActionType, readonly ActionTarget[]>> = {
  start: ['instance'],
  stop: ['instance'],
  reboot: ['instance'],
  terminate: ['instance'],
  'spot-interrupt': ['instance'],
  'fail-host': ['instance'],
  'fail-zone': ['zone'],
  'restore-zone': ['zone'],
  'write-data': ['instance', 'volume'],
  launch: ['instance'],
  hibernate: ['instance'],
  'force-stop': ['instance'],
  'shut-down': ['instance'],
  halt: ['instance'],
  crash: ['instance'],
  'fail-volume': ['volume'],
  'restore-volume': ['volume'],
  'schedule-event': ['instance'],
  'create-image': ['image'],
  'deprecate-image': ['image'],
  'disable-image': ['image'],
  'enable-image': ['image'],
  'deregister-image': ['image'],
  'run-enclave': ['instance'],
  'terminate-enclave': ['instance'],
  'attach-network-interface': ['network-interface'],
  'detach-network-interface': ['network-interface'],
  'associate-address': ['elastic-ip'],
  'disassociate-address': ['elastic-ip'],
  'attach-volume': ['volume'],
  'detach-volume': ['volume'],
  'move-private-address': ['network-interface'],
  'set-source-dest-check': ['network-interface'],
};

/** Every action is about something of a kind it can be done to. What is not there at all was set aside before. */
function checkScript(document: Scenario): Failure | undefined {
  for (const [index, action] of document.script.entries()) {
    const allowed = ACTION_TARGETS[action.type];
    if (!allowed.some((kind) => getKind(document, action.target, kind)))
      return fail(
        'invalid',
        `script[${index}].target (${action.id}) is ${shown(action.target)}; allowed for ${action.type}: the id of a ${allowed.join(' or ')}.`,
        `script[${index}].target`,
      ).error;
    if ((action.every === undefined) !== (action.times === undefined))
      return fail(
        'invalid',
        `script[${index}] (${action.id}) has ${action.every === undefined ? 'times but not every' : 'every but not times'}; an action that is repeated has both.`,
        `script[${index}]`,
      ).error;
    if (lastTimeOf(action) > MAX_TIME_MS)
      return fail(
        'invalid',
        `script[${index}] (${action.id}) happens for the last time at ${lastTimeOf(action)} ms; allowed: up to ${MAX_TIME_MS}.`,
        `script[${index}].times`,
      ).error;
    const ends = endsOf(action.type);
    if (ends.length > 0 && action.to !== undefined && !ends.includes(get(document, action.to)?.kind ?? ''))
      return fail(
        'invalid',
        `script[${index}].to (${action.id}) is ${shown(action.to)}; allowed for ${action.type}: the id of a ${ends.join(' or ')}.`,
        `script[${index}].to`,
      ).error;
    if (!ends && diskOf(action) !== undefined && !getKind(document, diskOf(action), 'volume'))
      return fail(
        'invalid',
        `script[${index}].to (${action.id}) is ${shown(action.to)}; allowed: root, instance-store or the id of a volume.`,
        `script[${index}].to`,
      ).error;
  }
  return undefined;
}

/** The resource that an action names in `to`. */
export const diskOf = (action: ScriptAction): ResourceId | undefined =>
  action.to === 'root' || action.to === 'instance-store' ? undefined : action.to;
