import type { DerivedFacts } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf } from '../lookup';
import { namesOf } from '../nodes-table';

export function inspectPrefixList(document: Scenario, list: ResourceOf<'prefix-list'>): DerivedFacts {
  const tables = allOf(document, 'route-table').filter((table) =>
    table.routes.some((route) => route.destinationPrefixListId === list.id),
  );
  const groups = allOf(document, 'security-group').filter((group) =>
    [...group.securityGroupIngress, ...group.securityGroupEgress].some(
      (rule) => rule.prefixListId === list.id,
    ),
  );
  const kept = list.prefixListName.startsWith('com.amazonaws.');
  return {
    facts: [
      { label: 'List', value: list.prefixListName, note: kept ? 'kept by AWS' : 'your own' },
      {
        label: 'In routes of',
        value: namesOf(
          document,
          tables.map(({ id }) => id),
        ),
      },
      {
        label: 'In rules of',
        value: namesOf(
          document,
          groups.map(({ id }) => id),
        ),
      },
    ],
    tables: [
      {
        title: 'Blocks',
        columns: ['block', 'for'],
        rows: list.entries.map(({ cidr, description }) => [cidr, description ?? '']),
      },
    ],
  };
}
