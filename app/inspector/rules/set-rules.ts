/** Gives the engine a whole list of rules; what it refuses is told at the field it is about. */
import type { ResourceId } from '../../../engine';
import { setProperty } from '../set-property';
import type { Problem } from './RuleEditor';

/** EC2's own code for a number that is taken. */
const TAKEN = 'NetworkAclEntryAlreadyExists';

export async function setRules(
  id: ResourceId,
  key: string,
  next: readonly unknown[],
): Promise<Problem | null> {
  const refused = await setProperty(id, key, next);
  if (refused === null) return null;
  // The place in the list says nothing to somebody who has the row before him.
  const message = refused.message.replace(/^[^:"]*, no\. \d+: /, '');
  return { field: fieldOf(key, refused.refusal?.rule ?? '', message), message };
}

function fieldOf(key: string, rule: string, message: string): string | null {
  if (rule === TAKEN) return 'number';
  if (key === 'routes')
    return /^(Destination|IPv6 destination|Prefix list)/.test(message) ? 'destination' : null;
  if (/^(Source|Destination|IPv[46])/.test(message)) return 'peer';
  if (/^Description/.test(message)) return 'description';
  return /^(Protocol|From|To|Ports|ICMP|Type|Code)/.test(message) ? 'traffic' : null;
}
