import type { DerivedFacts } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, knownIdOf, labelOf } from '../lookup';
import { namesOf } from '../nodes-table';

export function inspectOtherResource(document: Scenario, other: ResourceOf<'other-resource'>): DerivedFacts {
  const awsId = knownIdOf(document, other.id);
  const tables = allOf(document, 'route-table').filter((table) =>
    table.routes.some(({ otherTarget }) => otherTarget === awsId || otherTarget === other.id),
  );
  return {
    facts: [
      { label: 'What', value: other.resourceType, note: 'not modelled: verdicts that it could touch say so' },
      ...(other.vpcId === undefined ? [] : [{ label: 'Attached to', value: labelOf(document, other.vpcId) }]),
      {
        label: 'Routes to it',
        value: namesOf(
          document,
          tables.map(({ id }) => id),
        ),
      },
    ],
    tables: [],
  };
}
