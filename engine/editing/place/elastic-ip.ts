/** Elastic IP: which interface a drop means, and what an association lets go. */
import type { Resource, ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, getKind, primaryInterface } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';

/** The interface itself, or the primary one of an instance. */
export function interfaceFor(
  document: Scenario,
  resource: Resource,
): ResourceOf<'network-interface'> | undefined {
  if (resource.kind === 'network-interface') return resource;
  return resource.kind === 'instance' ? primaryInterface(document, resource.id) : undefined;
}

/**
 * Associates an address with the primary private address of an interface. An address that was there stays allocated,
 * without an association; one that was elsewhere moves.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html
 */
export function associateAddress(draft: Draft, addressId: ResourceId, eniId: ResourceId): void {
  const eni = getKind(draft.document, eniId, 'network-interface');
  for (const other of allOf(draft.document, 'elastic-ip')) {
    const primary = other.privateIpAddress === undefined || other.privateIpAddress === eni?.privateIpAddress;
    if (other.id !== addressId && other.networkInterfaceId === eniId && primary)
      draft.update(other.id, { networkInterfaceId: null, privateIpAddress: null });
  }
  draft.update(addressId, { networkInterfaceId: eniId, privateIpAddress: null });
}
