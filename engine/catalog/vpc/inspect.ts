import type { DerivedFacts } from '../../model/inspection';
import { resolverAddress } from '../address-space';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, labelOf, mainRouteTable } from '../lookup';

export function inspectVpc(document: Scenario, vpc: ResourceOf<'vpc'>): DerivedFacts {
  const subnets = allOf(document, 'subnet').filter((subnet) => subnet.vpcId === vpc.id);
  const gateway = allOf(document, 'internet-gateway').find((candidate) => candidate.vpcId === vpc.id);
  const peers = allOf(document, 'vpc-peering-connection').filter(
    (peering) => peering.vpcId === vpc.id || peering.peerVpcId === vpc.id,
  );
  const main = mainRouteTable(document, vpc.id);
  return {
    facts: [
      { label: 'Subnets', value: String(subnets.length) },
      {
        label: 'Internet gateway',
        value: gateway ? labelOf(document, gateway.id) : 'none',
        ...(gateway ? {} : { note: 'nothing gets in or out' }),
      },
      ...(vpc.ipv6CidrBlock === undefined ? [] : [{ label: 'IPv6', value: vpc.ipv6CidrBlock }]),
      ...peers.map((peering) => ({
        label: 'Peered with',
        value: peerName(document, vpc, peering),
        note: labelOf(document, peering.id),
      })),
      { label: 'Main route table', value: main ? labelOf(document, main.id) : 'none' },
      {
        label: 'DNS resolver',
        value: vpc.enableDnsSupport ? (resolverAddress(vpc) ?? 'none') : 'off',
        ...(vpc.enableDnsSupport ? { note: 'never filtered' } : {}),
      },
    ],
    tables: [],
  };
}

function peerName(
  document: Scenario,
  vpc: ResourceOf<'vpc'>,
  peering: ResourceOf<'vpc-peering-connection'>,
): string {
  const other = peering.vpcId === vpc.id ? peering.peerVpcId : peering.vpcId;
  return other === undefined ? 'a VPC outside this document' : labelOf(document, other);
}
