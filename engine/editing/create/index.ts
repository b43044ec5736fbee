/** Dropping something new from the palette. */
import type { Kind } from '../../catalog/descriptors';
import { allOf } from '../../catalog/lookup';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';
import { planElasticIp, planInternetGateway, planPlacementGroup, planVolume } from './attachables';
import { planRegion, planSubnet, planVpc, planZone } from './boxes';
import { planEgressOnlyGateway } from './egress-only-gateway';
import { planEndpoint } from './endpoint';
import { planNetworkAcl, planRouteTable, planSecurityGroup } from './filters';
import { planLoadBalancer, planTargetGroup } from './load-balancer';
import { planPeering } from './peering';
import { planPrefixList } from './prefix-list';
import { planRegional } from './regional';
import { planStanding } from './standing';

export function planCreate(situation: Situation, kind: Kind, target: Target): Plan {
  switch (kind) {
    case 'region':
      return planRegion(target);
    case 'zone':
      return planZone(situation, target);
    case 'vpc':
      return planVpc(situation, target);
    case 'subnet':
      return planSubnet(situation, target);
    case 'instance':
    case 'network-interface':
    case 'nat-gateway':
      return planStanding(situation, kind, target);
    case 'internet-gateway':
      return planInternetGateway(situation, target);
    case 'elastic-ip':
      return planElasticIp(situation, target);
    case 'volume':
      return planVolume(situation, target);
    case 'placement-group':
      return planPlacementGroup(situation, target);
    case 'route-table':
      return planRouteTable(situation, target);
    case 'network-acl':
      return planNetworkAcl(situation, target);
    case 'security-group':
      return planSecurityGroup(situation, target);
    case 'egress-only-internet-gateway':
      return planEgressOnlyGateway(situation, target);
    case 'vpc-endpoint':
      return planEndpoint(situation, target);
    case 'vpc-peering-connection':
      return planPeering(situation, target);
    case 'load-balancer':
      return planLoadBalancer(situation, target);
    case 'target-group':
      return planTargetGroup(situation, target);
    case 'prefix-list':
      return planPrefixList(situation, target);
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
      return planRegional(situation, kind, target);
    case 'other-resource':
      return unrelated('It comes with an import and is not modelled.', SOURCES.errors);
    case 'internet':
      return planInternet(situation, target);
  }
}

function planInternet({ document }: Situation, target: Target): Plan {
  if (target.type !== 'canvas')
    return unrelated('The Internet stands outside of every region.', SOURCES.internetGateway);
  if (allOf(document, 'internet').length > 0)
    return refuse('PLACE-007', 'The Internet is there already; there is only one.', SOURCES.internetGateway);
  return accept('Add the Internet', (draft) =>
    draft.add({ id: draft.nextId('internet'), kind: 'internet', clientAddress: '203.0.113.7' }),
  );
}
