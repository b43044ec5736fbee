/** What `reach` prints: ordered pairs of groups with their traffic, of the whole document or of two ends. */
import { flows } from '../engine/analysis/questions';
import { FAMILIES, groundOf, type Family } from '../engine/analysis/grounds';
import { parseEndpoint, type Endpoint, type ScenarioNetwork } from '../engine/catalog/network-roles';
import { reachIn, type Reach } from '../engine/analysis/reach';
import type { ReachGroup, ReachSet } from '../engine/model/traffic';
import { fail, ok, type Result } from '../engine/model/result';

/** Of one family of addresses. */
export interface Pairs {
  readonly family: Family;
  readonly groups: readonly ReachGroup[];
  readonly setCount: number;
  readonly describe: (set: number) => ReachSet;
  /** Only pairs with traffic that works or is not known; numbers of groups and of the set. */
  readonly each: () => Iterable<Pair>;
}

export interface Pair {
  readonly from: number;
  readonly to: number;
  readonly set: number;
}

/** @returns a failure for an end that is not in the document, or stands in no group */
export function pairsOf(
  network: ScenarioNetwork,
  from: string | undefined,
  to: string | undefined,
): Result<readonly Pairs[]> {
  if (from !== undefined && to !== undefined) return pairOf(network, from, to);
  const sender = from === undefined ? null : endOf(network, from, 'from');
  if (sender && !sender.ok) return sender;
  const receiver = to === undefined ? null : endOf(network, to, 'to');
  if (receiver && !receiver.ok) return receiver;
  const families = FAMILIES.map((family) => reachIn(groundOf(network, family))).filter(
    ({ family, groups }) => family === 4 || groups.length > 0,
  );
  return ok(families.map((reach) => restricted(reach, sender?.value ?? null, receiver?.value ?? null)));
}

function restricted(reach: Reach, from: Holds | null, to: Holds | null): Pairs {
  const { family, groups, cells, setCount, describe } = reach;
  const size = groups.length;
  function* each(): Iterable<Pair> {
    for (let a = 0; a < size; a += 1) {
      const sender = groups[a];
      if (!sender || (from && !from(sender))) continue;
      for (let b = 0; b < size; b += 1) {
        const set = cells[a * size + b] ?? 0;
        const receiver = groups[b];
        if (set !== 0 && receiver && (!to || to(receiver))) yield { from: a, to: b, set };
      }
    }
  }
  return { family, groups, setCount, describe, each };
}

/** Is the end a member of the group? */
type Holds = (group: ReachGroup) => boolean;

function endOf(network: ScenarioNetwork, text: string, role: 'from' | 'to'): Result<Holds> {
  const parsed = parseEndpoint(network, text, role);
  if (!parsed.ok) return parsed;
  const ids = interfacesOf(network, parsed.value);
  if (ids.length === 0)
    return fail(
      'not-allowed',
      `--${role} is "${text}", which stands in no group of interfaces; allowed: an instance, a network interface, a load balancer, its address, or internet. With both --from and --to every end of a trace is allowed.`,
    );
  return ok(({ members }) => members.some(({ id }) => ids.includes(id)));
}

function interfacesOf(network: ScenarioNetwork, end: Endpoint): readonly string[] {
  switch (end.type) {
    case 'host':
      return end.host.interfaces.map(({ id }) => id);
    case 'interface':
      return [end.interface.id];
    case 'balancer':
      return end.balancer.nodes.map(({ id }) => id);
    case 'endpoint':
      return end.endpoint.nodes.map(({ id }) => id);
    case 'nat':
      return [];
    case 'internet':
      return end.address === null ? ['internet'] : [];
    case 'address': {
      const published = network.publicOwners.get(end.address);
      const owners = published ? [published.owner] : (network.privateOwners.get(end.address) ?? []);
      return owners.flatMap((owner) => (owner.type === 'interface' ? [owner.id] : []));
    }
  }
}

/** Two ends, whatever they are: exact for the two, not for the groups that they stand in. */
function pairOf(network: ScenarioNetwork, from: string, to: string): Result<readonly Pairs[]> {
  const answer = flows(network, from, to);
  if (!answer.ok) return answer;
  return ok(
    answer.value.families.map(({ family, works, sometimes, unknown }): Pairs => {
      const text = works.map((box) => box.text).join('; ');
      const reasons = unknown.map(({ code, resource, message }) => ({ code, resource, message }));
      const set: ReachSet = {
        boxes: works,
        text: text === '' ? (reasons.length > 0 ? 'not known' : 'nothing') : text,
        extent:
          works.length === 0
            ? reasons.length > 0
              ? 'unknown'
              : 'none'
            : works.every((box) => box.text === 'everything')
              ? 'all'
              : 'some',
        unknown: reasons,
        ...(sometimes.length > 0 ? { sometimes } : {}),
      };
      const hasContent = works.length + sometimes.length + unknown.length > 0;
      return {
        family,
        groups: [singleGroup(network, from, 'from'), singleGroup(network, to, 'to')],
        setCount: 2,
        describe: (number) => (number === 1 ? set : NOTHING),
        each: () => (hasContent ? [{ from: 0, to: 1, set: 1 }] : []),
      };
    }),
  );
}

const NOTHING: ReachSet = { boxes: [], text: 'nothing', extent: 'none', unknown: [] };

function singleGroup(network: ScenarioNetwork, text: string, role: 'from' | 'to'): ReachGroup {
  const parsed = parseEndpoint(network, text, role);
  const id = parsed.ok ? idOf(parsed.value, text) : text;
  return {
    id: role === 'from' ? 0 : 1,
    label: text,
    members: [{ id, label: text }],
    vpcId: null,
    subnetId: null,
    groupIds: [],
  };
}

function idOf(end: Endpoint, text: string): string {
  switch (end.type) {
    case 'host':
      return end.host.id;
    case 'interface':
      return end.interface.id;
    case 'balancer':
      return end.balancer.id;
    case 'endpoint':
      return end.endpoint.id;
    case 'nat':
      return end.nat.id;
    case 'internet':
    case 'address':
      return text;
  }
}
