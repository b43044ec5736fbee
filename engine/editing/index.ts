/** Editing rules: what a gesture changes, where things may go. The worker and Node load it, the page never. */
export { connectionsOf } from './connections';
export { placesFor } from './places';
export { propose } from './propose';
export { nextAddress, isReserved, addressesIn } from './next-address';
export { nextSubnetCidr, nextVpcCidr, vpcBlocks } from './next-cidr';
