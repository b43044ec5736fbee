/** A route table's routes; the local ones that the VPC implies are shown with them. */
import { getKind, type Inspection, type ResourceOf } from '../../../engine';
import { useDocument } from '../../state/hooks';
import { inspector as text } from '../../strings';
import { destinationOf, destinationSuggestions, makeDestination, parseDestination } from './destination';
import { useLitRules } from './lit-rule';
import { targetLabel, targetOf, targetsFor, withTarget, type Route } from './route-targets';
import { RuleTable } from './RuleTable';
import { setRules } from './set-rules';

type Table = ResourceOf<'route-table'>;

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
    ? [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? []), vpc.ipv6CidrBlock].filter(
        (block): block is string => block !== undefined && !own.has(block),
      )
    : [];
  const rowOf = (rule: string) => ({ rule, lit: lit.find((one) => one.rule === rule) });
  const set = (next: readonly Route[]) => setRules(table.id, 'routes', next);
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
          const shown = makeDestination(scenario, route);
          const state = states.get(destinationOf(route));
          return {
            key: String(index),
            cells: [
              shown,
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
            value: route ? makeDestination(scenario, route) : '',
            help: text.destinationHelp,
            suggestions: destinationSuggestions(scenario, table.vpcId),
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
        const before = index === null ? undefined : table.routes[index];
        const route: Route = {
          ...parseDestination(scenario, destination),
          ...withTarget(scenario, before, target),
        };
        return set(index === null ? [...table.routes, route] : table.routes.with(index, route));
      }}
      onRemove={(index) => set(table.routes.toSpliced(index, 1))}
    />
  );
}

/** Route states by destination, from the engine's own table. */
function statesIn(inspection: Inspection | null): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const table of inspection?.tables ?? [])
    for (const [index, row] of table.rows.entries()) {
      const [shown, , state] = row;
      const destination = table.holders?.[index]?.rule ?? shown;
      if (destination !== undefined && state !== undefined) states.set(destination, state);
    }
  return states;
}
