/** A route table's routes; the local ones that the VPC implies are shown with them. */
import {
  allOf,
  get,
  getKind,
  labelOf,
  type ResourceId,
  type ResourceOf,
  type Scenario,
} from '../../../engine';
import type { Inspection } from '../../../engine';
import { useDocument } from '../../state/hooks';
import { inspector as text } from '../../strings';
import { vpcOf } from '../candidates';
import { setProperty } from '../set-property';
import { useLitRules } from './lit-rule';
import type { Problem } from './RuleEditor';
import { RuleTable } from './RuleTable';

type Table = ResourceOf<'route-table'>;
type Route = Table['routes'][number];
const TARGET_KEYS = {
  'internet-gateway': 'gatewayId',
  'nat-gateway': 'natGatewayId',
  'network-interface': 'networkInterfaceId',
  instance: 'instanceId',
} as const;

export function Routes({
  table,
  inspection,
}: {
  readonly table: Table;
  readonly inspection: Inspection | null;
}) {
  const scenario = useDocument((state) => state.document);
  const lit = useLitRules(table.id);
  const vpc = getKind(scenario, table.vpcId, 'vpc');
  const states = statesIn(inspection);
  const own = new Set(table.routes.map(destinationOf));
  const local = vpc
    ? [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? [])].filter((block) => !own.has(block))
    : [];
  const rowOf = (rule: string) => ({ rule, lit: lit.find((one) => one.rule === rule) });
  const set = async (next: readonly Route[]): Promise<Problem | null> => {
    const refused = await setProperty(table.id, 'routes', next);
    return refused && { field: null, message: refused.message };
  };
  return (
    <RuleTable
      title={text.routes}
      columns={[text.to, text.by]}
      addLabel={text.addRoute}
      rows={[
        ...local.map((block) => ({
          key: `local ${block}`,
          implied: true,
          cells: [block, 'local'],
          ...rowOf(block),
        })),
        ...table.routes.map((route, index) => {
          const state = states.get(destinationOf(route));
          return {
            key: String(index),
            cells: [
              destinationOf(route),
              targetLabel(scenario, route) +
                (state === undefined || state === text.active ? '' : ` · ${state}`),
            ],
            ...rowOf(destinationOf(route)),
          };
        }),
      ]}
      indexOf={Number}
      fieldsOf={(index) => {
        const route = index === null ? undefined : table.routes[index];
        return [
          {
            key: 'destination',
            label: text.to,
            value: route ? destinationOf(route) : '',
            help: text.destinationHelp,
            suggestions: ['0.0.0.0/0', '::/0'],
          },
          {
            key: 'target',
            label: text.by,
            value: (route && targetOf(route)) ?? '',
            options: targetsFor(scenario, table, route),
          },
        ];
      }}
      onSave={async (index, values) => {
        const destination = (values['destination'] ?? '').trim();
        if (destination === '') return { field: 'destination', message: text.required };
        const target = values['target'] ?? '';
        if (target === '') return { field: 'target', message: text.targetWrong };
        const kind = get(scenario, target)?.kind;
        const key =
          kind !== undefined && kind in TARGET_KEYS
            ? TARGET_KEYS[kind as keyof typeof TARGET_KEYS]
            : 'otherTarget';
        const route: Route = {
          ...(destination.startsWith('pl-')
            ? { destinationPrefixListId: destination }
            : destination.includes(':')
              ? { destinationIpv6CidrBlock: destination }
              : { destinationCidrBlock: destination }),
          [key]: target,
        };
        return set(index === null ? [...table.routes, route] : table.routes.with(index, route));
      }}
      onRemove={(index) => set(table.routes.toSpliced(index, 1))}
    />
  );
}

const destinationOf = (route: Route): string =>
  route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? route.destinationPrefixListId ?? text.none;

const targetOf = (route: Route): ResourceId | undefined =>
  route.gatewayId ?? route.natGatewayId ?? route.networkInterfaceId ?? route.instanceId ?? route.otherTarget;

const targetLabel = (document: Scenario, route: Route): string => {
  const target = targetOf(route);
  return target === undefined ? text.none : labelOf(document, target);
};

/** What stands in the VPC; and what the route names now, were it somewhere else. */
function targetsFor(
  document: Scenario,
  table: Table,
  route: Route | undefined,
): readonly (readonly [string, string])[] {
  const current = route && targetOf(route);
  const ids = (Object.keys(TARGET_KEYS) as (keyof typeof TARGET_KEYS)[]).flatMap((kind) =>
    allOf(document, kind)
      .filter((target) => vpcOf(document, target) === table.vpcId)
      .map((target) => target.id),
  );
  const all = current === undefined || ids.includes(current) ? ids : [current, ...ids];
  return [['', text.choose], ...all.map((id) => [id, labelOf(document, id)] as const)];
}

/** Route states by destination, from the engine's own table. */
function statesIn(inspection: Inspection | null): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const table of inspection?.tables ?? [])
    for (const row of table.rows) {
      const [destination, , state] = row;
      if (destination !== undefined && state !== undefined) states.set(destination, state);
    }
  return states;
}
