/** What a copy named outside of itself, found again where it is pasted: by id, else by what it is called. */
import type { Resource, Scenario } from '../../catalog/descriptors';
import { allOf, get, getKind, subnetOfInstance } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import { calledOf, type Outside } from './clipping';

/** @param isHere whether a thing may be named from where the copy goes: in the same VPC, the same region. */
export function findAgain(
  document: Scenario,
  outside: Outside,
  isHere: (resource: Resource) => boolean = () => true,
): Resource | undefined {
  const sameId = get(document, outside.id);
  const isSame = (resource: Resource | undefined): resource is Resource =>
    resource?.kind === outside.kind &&
    (calledOf(resource) ?? '') === (outside.called ?? '') &&
    isHere(resource);
  if (isSame(sameId)) return sameId;
  if (outside.called === undefined) return undefined;
  return allOf(document, outside.kind).find(isSame);
}

/** The VPC a thing belongs to; `undefined` for what belongs to a region. */
export function vpcOf(document: Scenario, resource: Resource): ResourceId | undefined {
  if (resource.kind === 'vpc') return resource.id;
  if (resource.kind === 'instance') return subnetOfInstance(document, resource.id)?.vpcId;
  if ('subnetId' in resource) return getKind(document, resource.subnetId, 'subnet')?.vpcId;
  return 'vpcId' in resource ? resource.vpcId : undefined;
}

/** May it be named by something in that VPC and region? */
export function isIn(
  document: Scenario,
  resource: Resource,
  { vpc, region }: { readonly vpc?: ResourceId | undefined; readonly region?: ResourceId | undefined },
): boolean {
  if (resource.kind === 'vpc-peering-connection')
    return vpc !== undefined && (resource.vpcId === vpc || resource.peerVpcId === vpc);
  if (resource.kind === 'placement-group' || resource.kind === 'prefix-list')
    return resource.region === region;
  return vpcOf(document, resource) === vpc;
}
