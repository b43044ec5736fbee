/** From an edit to 50 checks and the exposure, 1,000 instances: what a person waits for after a click, without the page. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { exposure } from '../../engine/analysis/questions';
import { evaluateChecks } from '../../engine/analysis/checks/checks';
import type { Resource, Scenario, ScenarioChange } from '../../engine/catalog/descriptors';
import { allOf } from '../../engine/catalog/lookup';
import { compileNetwork } from '../../engine/catalog/network-roles';
import { applyChanges } from '../../engine/model/change';
import type { Check } from '../../engine/model/document';
import { seededNetwork } from '../../engine/testing/seeded-network/seeded-network';
import type { Row } from '../row';
import { medianOf, quantileOf, timeOf } from '../timing';

const INSTANCES = 1000;
const EDITS = 200;
const SHARED_EDITS = 20;
const WARM_UP = 12;

const random = xorshift128plus(11);
const choose = (from: number, to: number): number => uniformInt(random, from, to);
const oneOf = <T>(list: readonly T[]): T => list[choose(0, list.length - 1)] as T;
const instance = (): string => `i-${choose(1, INSTANCES)}`;

/** 40 about a path, eight about all that may come, two about a VPC. */
function fiftyChecks(): readonly Check[] {
  const paths = Array.from({ length: 40 }, (_, index): Check => {
    const type = index % 2 === 0 ? 'can-reach' : 'cannot-reach';
    const from = index % 5 === 0 ? 'internet' : instance();
    return {
      id: `path-${index}`,
      type,
      from,
      to: instance(),
      protocol: 'tcp',
      port: oneOf([443, 8080, 5432, 22]),
    };
  });
  const only = Array.from({ length: 8 }, (_, index): Check => ({
    id: `only-${index}`,
    type: 'only-these-reach',
    from: [instance(), instance()],
    to: instance(),
    protocol: 'tcp',
    port: 22,
  }));
  const stays = [1, 2].map((index): Check => ({
    id: `stays-${index}`,
    type: 'stays-in-vpc',
    from: instance(),
  }));
  return [...paths, ...only, ...stays];
}

const update = (id: string, set: Readonly<Record<string, unknown>>): ScenarioChange => ({
  type: 'update',
  id,
  set,
});

const EDIT_TYPES = ['group rule', 'ACL entry', 'route', 'instance'] as const;

function editOf(
  document: Scenario,
  type: (typeof EDIT_TYPES)[number],
  round: number,
): readonly ScenarioChange[] {
  switch (type) {
    case 'group rule': {
      const { id, securityGroupIngress } = oneOf(allOf(document, 'security-group'));
      const port = choose(1024, 9000);
      const rule = { ipProtocol: 'tcp', fromPort: port, toPort: port, cidrIp: `10.0.${choose(0, 20)}.0/24` };
      return [update(id, { securityGroupIngress: [...securityGroupIngress, rule] })];
    }
    case 'ACL entry': {
      const { id, entries } = oneOf(allOf(document, 'network-acl').filter(({ isDefault }) => !isDefault));
      const entry = {
        ruleNumber: 200 + round,
        egress: round % 2 === 0,
        protocol: '6',
        ruleAction: oneOf(['allow', 'deny']),
      };
      const range = {
        cidrBlock: `10.0.${choose(0, 20)}.0/24`,
        portRange: { from: 7000, to: 7000 + choose(0, 99) },
      };
      return [update(id, { entries: [...entries, { ...entry, ...range }] })];
    }
    case 'route': {
      const table = oneOf(allOf(document, 'route-table').filter(({ name }) => name?.includes('private')));
      const nat = oneOf(allOf(document, 'nat-gateway'));
      const route = { destinationCidrBlock: `192.0.${round}.0/24`, natGatewayId: nat.id };
      return [update(table.id, { routes: [...table.routes, route] })];
    }
    case 'instance': {
      const like = oneOf(allOf(document, 'network-interface'));
      const [id, eniId] = [`i-${20_000 + round}`, `eni-${20_000 + round}`];
      const machine: Resource = { id, kind: 'instance', instanceType: 't3.micro' };
      const eni: Resource = {
        ...like,
        id: eniId,
        privateIpAddress: `10.0.200.${round % 250}`,
        attachment: { instanceId: id, deviceIndex: 0, deleteOnTermination: true },
      };
      return [
        { type: 'add', resource: machine },
        { type: 'add', resource: eni },
      ];
    }
  }
}

function afterEdit(
  document: Scenario,
  changes: readonly ScenarioChange[],
): { next: Scenario; parts: readonly number[] } {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  const next = applied.value.document;
  const view = { document: next, at: 'design', live: {} } as const;
  let network = compileNetwork({ ...view, document });
  const parts = [
    timeOf(() => (network = compileNetwork(view))),
    timeOf(() => evaluateChecks(view, network)),
    timeOf(() => exposure(network)),
  ];
  return { next, parts };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export function measure(): Promise<readonly Row[]> {
  let document: Scenario = { ...seededNetwork({ instances: INSTANCES, seed: 1 }), checks: fiftyChecks() };
  const times: { readonly type: string; readonly parts: readonly number[] }[] = [];
  for (let round = 0; round < EDITS + WARM_UP; round += 1) {
    const type = EDIT_TYPES[round % EDIT_TYPES.length] ?? 'route';
    const { next, parts } = afterEdit(document, editOf(document, type, round));
    document = next;
    if (round >= WARM_UP) times.push({ type, parts });
  }
  const shared = Array.from({ length: SHARED_EDITS }, (_, round) => {
    const table = allOf(document, 'route-table').find(({ name }) => name?.endsWith('public'));
    const gateway = allOf(document, 'internet-gateway')[0];
    if (!table || !gateway) throw new Error('The network has no public table.');
    const route = { destinationCidrBlock: `198.18.${round}.0/24`, gatewayId: gateway.id };
    const { next, parts } = afterEdit(document, [update(table.id, { routes: [...table.routes, route] })]);
    document = next;
    return sumOf(parts);
  });
  // The same work where nothing is known from before: every object is another one.
  const anew = Array.from({ length: 5 }, () => {
    const view = { document: structuredClone(document), at: 'design', live: {} } as const;
    return timeOf(() => {
      const network = compileNetwork(view);
      evaluateChecks(view, network);
      exposure(network);
    });
  });
  const p95 = (of: readonly number[]): number => quantileOf(of, 0.95);
  const partOf = (index: number): number => p95(times.map(({ parts }) => parts[index] ?? Number.NaN));
  return Promise.resolve([
    {
      what: 'edit to 50 checks and exposure, 1,000 instances, p95',
      figure: p95(times.map(({ parts }) => sumOf(parts))),
      unit: 'ms',
      budget: 16,
      peer: { name: 'everything anew, median', figure: `${medianOf(anew).toFixed(1)} ms` },
      parts: { compile: partOf(0), checks: partOf(1), exposure: partOf(2) },
    },
    ...EDIT_TYPES.map((type): Row => ({
      what: `of these: ${type}, p95`,
      figure: p95(times.filter((time) => time.type === type).map(({ parts }) => sumOf(parts))),
      unit: 'ms',
    })),
    { what: 'edit of the table that all public subnets share, p95', figure: p95(shared), unit: 'ms' },
  ]);
}
