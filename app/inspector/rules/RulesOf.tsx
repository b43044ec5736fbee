/** The table of rules, entries or routes of what has one. Loaded apart: most things have none. */
import type { Inspection, Resource } from '../../../engine';
import { AclEntries } from './AclEntries';
import { GroupRules } from './GroupRules';
import { Routes } from './Routes';

export default function RulesOf({
  resource,
  inspection,
}: {
  readonly resource: Resource;
  readonly inspection: Inspection | null;
}) {
  switch (resource.kind) {
    case 'security-group':
      return <GroupRules group={resource} />;
    case 'network-acl':
      return <AclEntries acl={resource} />;
    case 'route-table':
      return <Routes table={resource} inspection={inspection} />;
    default:
      return null;
  }
}
