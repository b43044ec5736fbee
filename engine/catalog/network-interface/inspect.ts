import type { DerivedFacts } from '../../model/inspection';
import type { LiveState } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, labelOf, serviceUsing } from '../lookup';
import { rulesTables } from '../group-rules-table';

export function inspectNetworkInterface(
  document: Scenario,
  eni: ResourceOf<'network-interface'>,
  live: LiveState,
): DerivedFacts {
  const now = live[eni.id];
  // In a run `null` says that an action has detached it.
  const attachedTo = now?.attachedTo === undefined ? eni.attachment?.instanceId : now.attachedTo;
  const deviceIndex = now?.deviceIndex ?? eni.attachment?.deviceIndex;
  const goes = now?.deleteOnTermination ?? eni.attachment?.deleteOnTermination;
  const secondary = now?.secondaryIps ?? eni.secondaryPrivateIpAddresses ?? [];
  const isPrimary = Boolean(attachedTo) && deviceIndex === 0;
  const service = serviceUsing(document, eni);
  const elastic = allOf(document, 'elastic-ip').filter((address) => address.networkInterfaceId === eni.id);
  return {
    facts: [
      { label: 'Private', value: eni.privateIpAddress ?? 'none' },
      ...secondary.map((value) => ({ label: 'Secondary', value })),
      ...(eni.ipv6Addresses ?? []).map((value) => ({ label: 'IPv6', value })),
      ...[...(eni.ipv4Prefixes ?? []), ...(eni.ipv6Prefixes ?? [])].map((value) => ({
        label: 'Delegated',
        value,
        note: 'every address of it',
      })),
      ...elastic.map((address) => ({
        label: 'Elastic IP',
        value: address.publicIp,
        note: 'stays when it stops',
      })),
      ...(eni.managedBy === undefined ? [] : [{ label: 'Node of', value: labelOf(document, eni.managedBy) }]),
      {
        label: 'Attached to',
        value: attachedTo ? labelOf(document, attachedTo) : (service ?? 'nothing'),
        ...(attachedTo && deviceIndex !== undefined && deviceIndex !== null
          ? { note: `device index ${deviceIndex}; ${goes ? 'deleted' : 'stays'} when it is terminated` }
          : {}),
      },
      {
        label: 'Moves',
        value: service !== null || isPrimary ? 'no' : 'yes',
        note:
          service !== null
            ? 'the service manages it'
            : isPrimary
              ? 'the primary interface can’t be detached'
              : 'to another instance of the zone, with its addresses and groups',
      },
    ],
    tables: rulesTables(document, eni.groupSet),
  };
}
