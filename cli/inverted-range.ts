/** A range of ports whose end is below its beginning: no tool of AWS writes one, so it is a slip in the file. */
import type { Scenario } from '../engine/catalog/descriptors';
import { allOf, knownIdOf } from '../engine/catalog/lookup';
import { fail, ok, type Result } from '../engine/model/result';

/** @returns a failure that names the first such rule */
export function refuseInvertedRanges(document: Scenario): Result<null> {
  for (const group of allOf(document, 'security-group'))
    for (const side of ['securityGroupIngress', 'securityGroupEgress'] as const)
      for (const [index, { ipProtocol, fromPort, toPort }] of group[side].entries())
        if (isInverted(ipProtocol, fromPort, toPort))
          return refusal(`${knownIdOf(document, group.id)}.${side}[${index}]`, fromPort, toPort);
  for (const acl of allOf(document, 'network-acl'))
    for (const { protocol, portRange, ruleNumber, egress } of acl.entries)
      if (isInverted(protocol, portRange?.from, portRange?.to))
        return refusal(
          `${knownIdOf(document, acl.id)} ${egress ? 'outbound' : 'inbound'} entry ${ruleNumber}`,
          portRange?.from,
          portRange?.to,
        );
  return ok(null);
}

/** Of ICMP the two numbers are type and code. */
const isInverted = (protocol: string, from = 0, to = 65_535): boolean =>
  !['icmp', 'icmpv6', '1', '58'].includes(protocol) && to >= 0 && from > to;

const refusal = (where: string, from = 0, to = 0): ReturnType<typeof fail> =>
  fail(
    'invalid',
    `${where} has the ports ${from} to ${to}; allowed: a range whose first port is not above its last.`,
    where,
  );
