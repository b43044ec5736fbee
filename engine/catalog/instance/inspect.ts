import { instanceTypeFacts } from '../../facts/instance-types';
import type { DerivedFacts, Fact } from '../../model/inspection';
import type { LiveState } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, interfacesOf, labelOf, primaryInterface, volumesOf } from '../lookup';
import { rulesTables } from '../group-rules-table';
import { dnsNameFacts } from '../dns-names';
import { enclaveFacts } from './enclave';

export function inspectInstance(
  document: Scenario,
  machine: ResourceOf<'instance'>,
  live: LiveState,
): DerivedFacts {
  const primary = primaryInterface(document, machine.id);
  const state = live[machine.id];
  const facts: Fact[] = [
    { label: 'Private', value: state?.privateIp ?? primary?.privateIpAddress ?? 'none' },
    publicFact(state),
    ...dnsNameFacts(document, machine, state),
    ...targetFacts(document, machine),
    ...typeFacts(machine.instanceType),
    ...enclaveFacts(document, machine, state),
    ...diskFacts(document, machine, live),
  ];
  const groups = interfacesOf(document, machine.id).flatMap((eni) => eni.groupSet);
  return { facts, tables: rulesTables(document, [...new Set(groups)]) };
}

function targetFacts(document: Scenario, machine: ResourceOf<'instance'>): Fact[] {
  const groups = allOf(document, 'target-group').filter((group) =>
    group.targets.some(({ instanceId }) => instanceId === machine.id),
  );
  return groups.length === 0
    ? []
    : [{ label: 'Target of', value: groups.map((group) => labelOf(document, group.id)).join(', ') }];
}

/** Only an Elastic IP outlives a stop. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html */
function publicFact(state: LiveState[string] | undefined): Fact {
  if (!state?.publicIp) return { label: 'Public', value: 'none' };
  return {
    label: 'Public',
    value: state.publicIp,
    note: state.publicIpOwner === 'elastic' ? 'Elastic IP, stays on stop' : 'lost on stop',
  };
}

function typeFacts(instanceType: string): Fact[] {
  const type = instanceTypeFacts(instanceType);
  if (!type) return [{ label: 'Type', value: instanceType, note: 'not in this catalogue' }];
  return [
    { label: 'vCPU', value: String(type.vCpus) },
    { label: 'Memory', value: `${type.memoryMiB / 1024} GiB` },
    { label: 'Interfaces', value: `up to ${type.maxEnis}`, note: `${type.ipv4PerEni} IPv4 each` },
  ];
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
function diskFacts(document: Scenario, machine: ResourceOf<'instance'>, live: LiveState): Fact[] {
  const facts: Fact[] = volumesOf(document, machine.id).map((disk) => ({
    label: disk.attachment?.root ? 'Root' : labelOf(document, disk.id),
    value: `${disk.size} GiB ${disk.volumeType}`,
    note: `survives stop; ${disk.attachment?.deleteOnTermination ? 'deleted' : 'kept'} on terminate`,
  }));
  const store = instanceTypeFacts(machine.instanceType)?.instanceStore;
  if (store)
    facts.push({
      label: 'Instance store',
      value: live[machine.id]?.instanceStore?.join(', ') || `${store.totalGB} GB, empty`,
      note: 'lost on stop, kept on reboot',
    });
  return facts;
}
