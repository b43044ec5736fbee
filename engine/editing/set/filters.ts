/** Names of groups, numbers of ACL rules. */
import { type ResourceOf } from '../../catalog/descriptors';
import { allOf } from '../../catalog/lookup';
import { refuse, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';

export function groupNameRefusal(
  { document }: Situation,
  group: ResourceOf<'security-group'>,
  name: string,
): Refused | null {
  if (group.groupName === 'default')
    return refuse('CannotDelete', 'The default group of a VPC keeps its name.', SOURCES.defaultGroup);
  if (name.toLowerCase().startsWith('sg-'))
    return refuse(
      'InvalidParameterValue',
      `Group name: "${name}" may not start with sg-.`,
      SOURCES.securityGroups,
    );
  const taken = allOf(document, 'security-group').some(
    (other) =>
      other.id !== group.id &&
      other.vpcId === group.vpcId &&
      other.groupName.toLowerCase() === name.toLowerCase(),
  );
  return taken
    ? refuse(
        'InvalidGroup.Duplicate',
        `The VPC already has a group "${name}". Names are unique in a VPC, whatever their case.`,
        SOURCES.securityGroups,
      )
    : null;
}

/** Rule numbers are unique in each direction. */
export function entriesRefusal(value: unknown): Refused | null {
  const seen = new Set<string>();
  for (const entry of value as readonly { readonly ruleNumber: number; readonly egress: boolean }[]) {
    const key = `${entry.egress ? 'outbound' : 'inbound'} rule ${entry.ruleNumber}`;
    if (seen.has(key))
      return refuse(
        'NetworkAclEntryAlreadyExists',
        `There is already an ${key}. Each number is used once in each direction.`,
        SOURCES.networkAcls,
      );
    seen.add(key);
  }
  return null;
}
