import type { DerivedFacts } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, labelOf } from '../lookup';
import { rulesTables } from '../group-rules-table';

export function inspectSecurityGroup(document: Scenario, group: ResourceOf<'security-group'>): DerivedFacts {
  const members = allOf(document, 'network-interface').filter((eni) => eni.groupSet.includes(group.id));
  return {
    facts: [
      {
        label: 'Members',
        value:
          members.length === 0
            ? 'none'
            : members.map((eni) => labelOf(document, eni.attachment?.instanceId ?? eni.id)).join(', '),
      },
      { label: 'Stateful', value: 'yes', note: 'what may come in may be answered' },
    ],
    tables: rulesTables(document, [group.id]),
  };
}
