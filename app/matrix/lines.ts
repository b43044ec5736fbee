/** Rows and columns of the matrix: the engine's groups of equal interfaces, put together as the reader wants them. */
import {
  get,
  getKind,
  labelOf,
  type ReachGroup,
  type ReachMatrix,
  type ReachMember,
  type ResourceId,
  type Scenario,
} from '../../engine';
import { matrixWords as words } from '../strings/en/matrix';

/** `tag:KEY`: by the value of a tag. */
export type Grouping = 'alike' | 'each' | 'subnet' | 'security-group' | 'name' | `tag:${string}`;

/** Some or all members of one of the engine's groups. */
export interface Part {
  /** Its place in `ReachMatrix.groups`. */
  readonly group: number;
  readonly members: readonly ReachMember[];
}

/** One row, and the column of the same name. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly count: number;
  readonly parts: readonly Part[];
}

/** What the choice of groupings offers: every tag key that at least two members carry. */
export function groupingsOf(document: Scenario, matrix: ReachMatrix): readonly Grouping[] {
  const counts = new Map<string, number>();
  for (const { members } of matrix.groups)
    for (const member of members)
      for (const key of Object.keys(tagsOf(document, member))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = [...counts].filter(([, count]) => count > 1).map(([key]) => key);
  return [
    'alike',
    'each',
    'subnet',
    'security-group',
    'name',
    ...keys.sort().map((key) => `tag:${key}` as const),
  ];
}

/** @param find part of a name: only rows and columns with it; empty for all */
export function linesOf(
  document: Scenario,
  matrix: ReachMatrix,
  grouping: Grouping,
  find: string,
): readonly Line[] {
  const lines = grouping === 'alike' ? alike(document, matrix) : joined(document, matrix, grouping);
  const wanted = find.trim().toLowerCase();
  const found = wanted === '' ? lines : lines.filter((line) => isNamed(line, wanted));
  return found
    .map((line) => ({ line, rank: rankOf(document, line) }))
    .sort((a, b) => a.rank - b.rank || byName(a.line, b.line))
    .map(({ line }) => line);
}

const isNamed = ({ label, detail, parts }: Line, wanted: string): boolean =>
  [label, detail, ...parts.flatMap(({ members }) => members.map((member) => member.label))].some((text) =>
    text.toLowerCase().includes(wanted),
  );

function alike(document: Scenario, { groups }: ReachMatrix): readonly Line[] {
  return groups.map((group, index) => ({
    key: `alike ${group.id}`,
    label: group.label,
    detail: placeOf(document, group),
    count: group.members.length,
    parts: [{ group: index, members: group.members }],
  }));
}

const placeOf = (document: Scenario, { subnetId, groupIds }: ReachGroup): string =>
  [...(subnetId === null ? [] : [subnetId]), ...groupIds].map((id) => labelOf(document, id)).join(' · ');

function joined(document: Scenario, { groups }: ReachMatrix, grouping: Grouping): readonly Line[] {
  const lines = new Map<string, { label: string; detail: string; parts: Map<number, ReachMember[]> }>();
  groups.forEach((group, index) => {
    for (const member of group.members)
      for (const { key, label, detail } of namesOf(document, group, member, grouping)) {
        const line = lines.get(key) ?? { label, detail, parts: new Map<number, ReachMember[]>() };
        lines.set(key, line);
        const members = line.parts.get(index);
        if (members) members.push(member);
        else line.parts.set(index, [member]);
      }
  });
  return [...lines].map(([key, { label, detail, parts }]) => ({
    key,
    label,
    detail,
    // A member stands once in a line, in one of its parts.
    count: [...parts.values()].reduce((sum, members) => sum + members.length, 0),
    parts: [...parts].map(([group, members]) => ({ group, members })),
  }));
}

interface LineName {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
}

/** The lines a member stands in: one, or as many as it has security groups. */
function namesOf(
  document: Scenario,
  group: ReachGroup,
  member: ReachMember,
  grouping: Grouping,
): readonly LineName[] {
  const alone = { key: `one ${member.id}`, label: member.label, detail: placeOf(document, group) };
  const eni = getKind(document, member.id, 'network-interface');
  const subnetId = eni?.subnetId ?? group.subnetId;
  const named = (id: ResourceId): LineName => ({ key: id, label: labelOf(document, id), detail: '' });
  switch (grouping) {
    case 'alike':
    case 'each':
      return [alone];
    case 'subnet':
      return subnetId === null
        ? [alone]
        : [{ ...named(subnetId), detail: getKind(document, subnetId, 'subnet')?.cidrBlock ?? '' }];
    case 'security-group': {
      const ids = eni?.groupSet ?? group.groupIds;
      return ids.length === 0 ? [alone] : ids.map(named);
    }
    case 'name': {
      if (eni === undefined) return [alone];
      const prefix = prefixOf(member.label);
      return [{ key: `name ${prefix}`, label: prefix, detail: '' }];
    }
    default: {
      const key = grouping.slice('tag:'.length);
      const value = tagsOf(document, member)[key];
      if (value !== undefined) return [{ key: `tag ${value}`, label: value, detail: key }];
      return eni === undefined ? [alone] : [{ key: 'untagged', label: words.untagged(key), detail: '' }];
    }
  }
}

/** `web-12`, `web-a`, `web_3` → `web`; a name without a number or letter at its end stays whole. */
export const prefixOf = (name: string): string =>
  name.replace(/(?:[\s_.-]+(?:[a-z]|\d+[a-z]?)|\d+)+$/i, '') || name;

/** Its own and, before them, those of its instance. */
function tagsOf(document: Scenario, { id, instanceId }: ReachMember): Readonly<Record<string, string>> {
  const instance = instanceId === undefined ? undefined : get(document, instanceId);
  return { ...get(document, id)?.tags, ...instance?.tags };
}

/** The internet first, then what stands before the machines. */
function rankOf(document: Scenario, { parts }: Line): number {
  const id = parts[0]?.members[0]?.id;
  const kind = id === undefined ? undefined : get(document, id)?.kind;
  if (id === 'internet' || kind === 'internet') return 0;
  if (kind === 'load-balancer') return 1;
  return kind === 'vpc-endpoint' ? 2 : 3;
}

const NAMES = new Intl.Collator('en', { numeric: true });
const byName = (a: Line, b: Line): number =>
  NAMES.compare(a.detail, b.detail) || NAMES.compare(a.label, b.label);
