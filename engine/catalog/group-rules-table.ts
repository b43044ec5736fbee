/** The rules of one or several groups as one set: they add up, in no order. */
import type { FactTable, RowHolder } from '../model/inspection';
import type { ResourceOf, Scenario } from './descriptors';
import { getKind, labelOf } from './lookup';
import { peerOfGroupRule, whatOfGroupRule } from './rule-words';

export function rulesTables(document: Scenario, groupIds: readonly string[]): FactTable[] {
  const groups = groupIds.flatMap((id) => getKind(document, id, 'security-group') ?? []);
  return [table(document, groups, 'inbound'), table(document, groups, 'outbound')];
}

function table(
  document: Scenario,
  groups: readonly ResourceOf<'security-group'>[],
  direction: 'inbound' | 'outbound',
): FactTable {
  const rows: string[][] = [];
  const holders: RowHolder[] = [];
  for (const group of groups) {
    const rules = direction === 'inbound' ? group.securityGroupIngress : group.securityGroupEgress;
    rules.forEach((rule, index) => {
      rows.push([peerOfGroupRule(document, rule), whatOfGroupRule(rule), labelOf(document, group.id)]);
      holders.push({ resource: group.id, rule: `${direction}[${index}]` });
    });
  }
  return {
    title: direction === 'inbound' ? 'Who may come in' : 'Where it may go',
    columns: [direction === 'inbound' ? 'from' : 'to', 'what', 'group'],
    rows,
    holders,
    whenNoneMatches: { resources: groups.map((group) => group.id), rule: direction },
  };
}
