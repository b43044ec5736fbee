/** Rules on network interfaces: addresses, groups, attachments. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import {
  allOf,
  defaultSecurityGroup,
  getKind,
  interfacesOf,
  labelOf,
  subnetOfInstance,
} from '../catalog/lookup';
import { isReserved, nextAddress, privateAddresses } from '../editing/next-address';
import { instanceTypeFacts } from '../facts/instance-types';
import { cidr4Has, parseCidr4, parseIpv4 } from '../model/ip/ipv4';
import { isOrdinary } from './ordinary-interface';
import { finding, mend, page, type Finding, type Rule } from './rule';

type Eni = ResourceOf<'network-interface'>;

/** Gives the next free address in place of a bad one. */
function anotherAddress(
  document: Scenario,
  eni: Eni,
  bad: string | undefined,
): ScenarioChangeSet | undefined {
  const next = nextAddress(document, eni.subnetId);
  if (next === undefined) return undefined;
  const label = `Give ${labelOf(document, eni.id)} the address ${next}`;
  if (bad === undefined || bad === eni.privateIpAddress)
    return mend(label, { type: 'update', id: eni.id, set: { privateIpAddress: next } });
  const others = (eni.secondaryPrivateIpAddresses ?? []).map((address) => (address === bad ? next : address));
  return mend(label, { type: 'update', id: eni.id, set: { secondaryPrivateIpAddresses: others } });
}

/** A finding for each private address that a test complains of. */
const eachAddress = (
  document: Scenario,
  complaint: (eni: Eni, text: string, cidr: string) => string | undefined,
): readonly Finding[] =>
  allOf(document, 'network-interface').flatMap((eni) => {
    const cidr = getKind(document, eni.subnetId, 'subnet')?.cidrBlock;
    if (cidr === undefined) return [];
    return privateAddresses(eni).flatMap((text) => {
      const message = complaint(eni, text, cidr);
      return message === undefined ? [] : finding([eni.id], message, anotherAddress(document, eni, text));
    });
  });

const withGroups = (
  document: Scenario,
  eni: Eni,
  groupSet: readonly string[],
): ScenarioChangeSet | undefined => {
  const vpcId = getKind(document, eni.subnetId, 'subnet')?.vpcId;
  const fallback = defaultSecurityGroup(document, vpcId ?? '');
  const groups = groupSet.length > 0 ? groupSet : fallback ? [fallback.id] : [];
  if (groups.length === 0) return undefined;
  return mend(
    `Put ${groups.map((id) => groupName(document, id)).join(', ')} on ${labelOf(document, eni.id)}`,
    {
      type: 'update',
      id: eni.id,
      set: { groupSet: groups },
    },
  );
};

const groupName = (document: Scenario, id: string): string =>
  getKind(document, id, 'security-group')?.groupName ?? id;

export const INTERFACE_RULES: readonly Rule[] = [
  {
    id: 'ENI-001',
    severity: 'error',
    sentence: 'A private address lies in the subnet of its interface.',
    source: page.interfaces,
    check: (document) =>
      eachAddress(document, (eni, text, cidr) => {
        const [block, address] = [parseCidr4(cidr), parseIpv4(text)];
        if (!block || (address !== null && cidr4Has(block, address))) return undefined;
        return `${labelOf(document, eni.id)} has ${text}, which is outside its subnet ${cidr}.`;
      }),
  },
  {
    id: 'ENI-002',
    severity: 'error',
    sentence: "The first four addresses of a subnet and the last one are AWS's own.",
    source: page.subnetSizing,
    check: (document) =>
      eachAddress(document, (eni, text, cidr) => {
        const [block, address] = [parseCidr4(cidr), parseIpv4(text)];
        if (!block || address === null || !cidr4Has(block, address) || !isReserved(block, address))
          return undefined;
        return `${labelOf(document, eni.id)} has ${text}, which AWS keeps for itself in ${cidr}.`;
      }),
  },
  {
    id: 'ENI-003',
    severity: 'error',
    sentence: 'A private address belongs to one interface of its VPC.',
    source: page.interfaces,
    check: (document) => {
      const held = new Map<string, string>();
      for (const nat of allOf(document, 'nat-gateway'))
        held.set(`${getKind(document, nat.subnetId, 'subnet')?.vpcId ?? ''} ${nat.privateIpAddress}`, nat.id);
      return allOf(document, 'network-interface').flatMap((eni) =>
        privateAddresses(eni).flatMap((text) => {
          const key = `${getKind(document, eni.subnetId, 'subnet')?.vpcId ?? ''} ${text}`;
          const other = held.get(key);
          if (other === undefined) held.set(key, eni.id);
          // The interface of a NAT gateway, as an import finds it, is the NAT gateway.
          if (other === undefined || !isOrdinary(eni)) return [];
          return finding(
            [eni.id, other],
            `${labelOf(document, eni.id)} has ${text}, which ${labelOf(document, other)} has already.`,
            anotherAddress(document, eni, text),
          );
        }),
      );
    },
  },
  {
    id: 'ENI-004',
    severity: 'error',
    sentence: 'An interface in an IPv4 subnet has a private address.',
    source: page.interfaces,
    check: (document) =>
      allOf(document, 'network-interface').flatMap((eni) => {
        if (eni.privateIpAddress !== undefined || eni.interfaceType === 'efa-only') return [];
        if (getKind(document, eni.subnetId, 'subnet')?.cidrBlock === undefined) return [];
        return finding(
          [eni.id],
          `${labelOf(document, eni.id)} has no private IPv4 address.`,
          anotherAddress(document, eni, undefined),
        );
      }),
  },
  {
    id: 'ENI-005',
    severity: 'error',
    sentence: 'The groups of an interface belong to its VPC.',
    source: page.groups,
    check: (document) =>
      allOf(document, 'network-interface').flatMap((eni) => {
        const vpcId = getKind(document, eni.subnetId, 'subnet')?.vpcId;
        const foreign = eni.groupSet.filter((id) => {
          const group = getKind(document, id, 'security-group');
          return group !== undefined && group.vpcId !== vpcId;
        });
        if (foreign.length === 0 || vpcId === undefined) return [];
        const own = eni.groupSet.filter((id) => !foreign.includes(id));
        return finding(
          [eni.id, ...foreign],
          `${labelOf(document, eni.id)} carries ${foreign.map((id) => groupName(document, id)).join(', ')} of another VPC.`,
          withGroups(document, eni, own),
        );
      }),
  },
  {
    id: 'ENI-006',
    severity: 'error',
    sentence: 'An interface has at least one security group.',
    source: page.groups,
    check: (document) =>
      allOf(document, 'network-interface').flatMap((eni) =>
        eni.groupSet.length > 0 || !isOrdinary(eni)
          ? []
          : finding(
              [eni.id],
              `${labelOf(document, eni.id)} has no security group.`,
              withGroups(document, eni, []),
            ),
      ),
  },
  {
    id: 'ENI-007',
    severity: 'warning',
    sentence: 'An interface has at most five security groups, unless the quota was raised.',
    source: page.vpcLimits,
    check: (document) =>
      allOf(document, 'network-interface').flatMap((eni) =>
        eni.groupSet.length <= 5
          ? []
          : finding(
              [eni.id],
              `${labelOf(document, eni.id)} has ${eni.groupSet.length} security groups; the quota is 5 (up to 16 on request).`,
            ),
      ),
  },
  {
    id: 'ENI-008',
    severity: 'error',
    sentence: 'An instance has no more interfaces than its type takes.',
    source: page.interfaceLimits,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        const attached = interfacesOf(document, instance.id);
        const limit = instanceTypeFacts(instance.instanceType)?.maxEnis ?? Infinity;
        if (attached.length <= limit) return [];
        const last = attached.at(-1);
        return finding(
          [instance.id, ...(last ? [last.id] : [])],
          `${labelOf(document, instance.id)} has ${attached.length} interfaces; ${instance.instanceType} takes ${limit}.`,
          last && attached.length === limit + 1 && last.attachment?.deviceIndex !== 0
            ? mend(`Detach ${labelOf(document, last.id)}`, {
                type: 'attach',
                id: last.id,
                relation: 'attachment',
                to: null,
              })
            : undefined,
        );
      }),
  },
  {
    id: 'ENI-009',
    severity: 'error',
    sentence: 'An interface is attached to an instance of its own zone.',
    source: page.attachInterface,
    check: (document) =>
      allOf(document, 'network-interface').flatMap((eni) => {
        const instanceId = eni.attachment?.instanceId;
        if (instanceId === undefined || eni.attachment?.deviceIndex === 0) return [];
        const own = getKind(document, eni.subnetId, 'subnet')?.availabilityZone;
        const there = subnetOfInstance(document, instanceId)?.availabilityZone;
        if (own === undefined || there === undefined || own === there) return [];
        const name = (id: string): string => getKind(document, id, 'zone')?.zoneName ?? id;
        return finding(
          [eni.id, instanceId],
          `${labelOf(document, eni.id)} is in ${name(own)}, its instance ${labelOf(document, instanceId)} in ${name(there)}.`,
          mend(`Detach ${labelOf(document, eni.id)}`, {
            type: 'attach',
            id: eni.id,
            relation: 'attachment',
            to: null,
          }),
        );
      }),
  },
  {
    id: 'ENI-010',
    severity: 'warning',
    sentence: 'Two interfaces of an instance in one subnet need policy routing in the guest.',
    source: page.attachInterface,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        const subnets = interfacesOf(document, instance.id).map((eni) => eni.subnetId);
        if (instance.policyRouting || new Set(subnets).size === subnets.length) return [];
        return finding(
          [instance.id],
          `${labelOf(document, instance.id)} has several interfaces in one subnet. Replies may leave by the wrong one and be dropped by the source/destination check.`,
          mend(`Turn on policy routing in ${labelOf(document, instance.id)}`, {
            type: 'update',
            id: instance.id,
            set: { policyRouting: true },
          }),
        );
      }),
  },
];
