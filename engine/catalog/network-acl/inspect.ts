import type { DerivedFacts, FactTable } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, labelOf, networkAclOf } from '../lookup';
import { whatOfAclEntry } from '../rule-words';

export function inspectNetworkAcl(document: Scenario, acl: ResourceOf<'network-acl'>): DerivedFacts {
  const users = allOf(document, 'subnet').filter((subnet) => networkAclOf(document, subnet)?.id === acl.id);
  return {
    facts: [
      {
        label: 'Subnets',
        value: users.length === 0 ? 'none' : users.map((subnet) => labelOf(document, subnet.id)).join(', '),
      },
      {
        label: 'Order',
        value: 'lowest number first',
        note: 'the first match decides, replies need their own rule',
      },
    ],
    tables: [entriesTable(acl, false), entriesTable(acl, true)],
  };
}

function entriesTable(acl: ResourceOf<'network-acl'>, egress: boolean): FactTable {
  const entries = acl.entries
    .filter((entry) => entry.egress === egress)
    .sort((a, b) => a.ruleNumber - b.ruleNumber);
  return {
    title: egress ? 'Outbound' : 'Inbound',
    columns: ['rule', egress ? 'to' : 'from', 'what', ''],
    rows: [
      ...entries.map((entry) => [
        String(entry.ruleNumber),
        entry.cidrBlock ?? entry.ipv6CidrBlock ?? 'nobody',
        whatOfAclEntry(entry),
        entry.ruleAction,
      ]),
      ['*', 'everybody', 'all', 'deny'],
    ],
    holders: [...entries.map((entry) => String(entry.ruleNumber)), '*'].map((rule) => ({
      resource: acl.id,
      rule,
    })),
  };
}
