/** What a reference can be pointed at: things of the right kind in the same VPC, zone or region. The engine judges the choice. */
import {
  getKind,
  primaryInterface,
  sorted,
  type Resource,
  type ResourceId,
  type Scenario,
} from '../../engine';

export function vpcOf(document: Scenario, resource: Resource): ResourceId | undefined {
  switch (resource.kind) {
    case 'vpc':
      return resource.id;
    case 'subnet':
    case 'route-table':
    case 'network-acl':
    case 'security-group':
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'load-balancer':
    case 'target-group':
    case 'vpc-endpoint':
      return resource.vpcId;
    case 'network-interface':
    case 'nat-gateway':
      return getKind(document, resource.subnetId, 'subnet')?.vpcId;
    case 'instance': {
      const primary = primaryInterface(document, resource.id);
      return primary && vpcOf(document, primary);
    }
    case 'elastic-ip':
    case 'volume':
    case 'placement-group':
    case 'region':
    case 'zone':
    case 'internet':
    case 'prefix-list':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
    case 'vpc-peering-connection':
    case 'other-resource':
      return undefined;
  }
}

export function zoneOf(document: Scenario, resource: Resource): ResourceId | undefined {
  switch (resource.kind) {
    case 'subnet':
    case 'dedicated-host':
    case 'volume':
      return resource.availabilityZone;
    case 'network-interface':
    case 'nat-gateway':
      return getKind(document, resource.subnetId, 'subnet')?.availabilityZone;
    case 'instance': {
      const primary = primaryInterface(document, resource.id);
      return primary && zoneOf(document, primary);
    }
    case 'zone':
      return resource.id;
    case 'vpc':
    case 'route-table':
    case 'network-acl':
    case 'security-group':
    case 'internet-gateway':
    case 'elastic-ip':
    case 'placement-group':
    case 'region':
    case 'internet':
    case 'egress-only-internet-gateway':
    case 'load-balancer':
    case 'target-group':
    case 'vpc-endpoint':
    case 'vpc-peering-connection':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'bucket':
    case 'file-system':
    case 'prefix-list':
    case 'other-resource':
      return undefined;
  }
}

/** Kinds that must stand in the same zone as what is attached to them. */
const SAME_ZONE = new Set(['volume', 'network-interface']);

export function candidatesFor(
  document: Scenario,
  subject: Resource,
  kinds: readonly string[],
  current: unknown,
): readonly Resource[] {
  const vpc = subject.kind === 'internet-gateway' ? undefined : vpcOf(document, subject);
  const zone = SAME_ZONE.has(subject.kind) ? zoneOf(document, subject) : undefined;
  const fits = (candidate: Resource) => {
    if (candidate.id === current) return true;
    if (!kinds.includes(candidate.kind)) return false;
    if (candidate.kind === 'instance' && zone !== undefined) return zoneOf(document, candidate) === zone;
    const other = vpcOf(document, candidate);
    return vpc === undefined || other === undefined || other === vpc;
  };
  return sorted(document).filter(fits);
}
