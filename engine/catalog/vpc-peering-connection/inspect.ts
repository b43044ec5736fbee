import type { DerivedFacts, Fact } from '../../model/inspection';
import type { ResourceId } from '../../model/resource';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, labelOf } from '../lookup';
import { destinationOf } from '../rule-words';

export function inspectVpcPeeringConnection(
  document: Scenario,
  peering: ResourceOf<'vpc-peering-connection'>,
): DerivedFacts {
  const status = peering.status ?? 'active';
  const routes = allOf(document, 'route-table').flatMap((table) =>
    table.routes
      .filter((route) => route.vpcPeeringConnectionId === peering.id)
      .map((route) => [labelOf(document, table.id), labelOf(document, table.vpcId), destinationOf(route)]),
  );
  return {
    facts: [
      sideFact(document, 'Requester', peering.vpcId),
      sideFact(document, 'Accepter', peering.peerVpcId),
      { label: 'Status', value: status, ...(status === 'active' ? {} : { note: 'carries nothing' }) },
      { label: 'Leads on', value: 'never', note: 'to a third VPC, a gateway or a gateway endpoint' },
    ],
    tables: [{ title: 'Routes that use it', columns: ['table', 'of', 'to'], rows: routes }],
  };
}

function sideFact(document: Scenario, label: string, vpcId: ResourceId | undefined): Fact {
  const vpc = getKind(document, vpcId, 'vpc');
  if (!vpc) return { label, value: 'not in this document' };
  const blocks = [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? []), vpc.ipv6CidrBlock];
  return { label, value: labelOf(document, vpc.id), note: blocks.filter(Boolean).join(', ') };
}
