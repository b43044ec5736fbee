/** Rules on Elastic IP addresses. */
import { allOf, getKind, labelOf } from '../catalog/lookup';
import { finding, mend, page, type Rule } from './rule';

export const ELASTIC_IP_RULES: readonly Rule[] = [
  {
    id: 'EIP-001',
    severity: 'info',
    sentence: 'An Elastic IP is associated; it is billed either way.',
    source: page.elasticIp,
    check: (document) => {
      const ofGateways = new Set(allOf(document, 'nat-gateway').map((nat) => nat.allocationId));
      return allOf(document, 'elastic-ip').flatMap((address) => {
        if (address.networkInterfaceId !== undefined || ofGateways.has(address.id)) return [];
        return finding(
          [address.id],
          `${address.publicIp} is associated with nothing and billed all the same.`,
          mend(`Release ${address.publicIp}`, { type: 'remove', id: address.id }),
        );
      });
    },
  },
  {
    id: 'EIP-002',
    severity: 'error',
    sentence: 'An Elastic IP is associated with an address its interface has.',
    source: page.elasticIp,
    check: (document) =>
      allOf(document, 'elastic-ip').flatMap((address) => {
        const eni = getKind(document, address.networkInterfaceId, 'network-interface');
        const { privateIpAddress } = address;
        const own = [eni?.privateIpAddress, ...(eni?.secondaryPrivateIpAddresses ?? [])];
        if (!eni || privateIpAddress === undefined || own.includes(privateIpAddress)) return [];
        return finding(
          [address.id, eni.id],
          `${address.publicIp} belongs to ${privateIpAddress}, which ${labelOf(document, eni.id)} does not have.`,
          mend(`Associate it with the primary address of ${labelOf(document, eni.id)}`, {
            type: 'update',
            id: address.id,
            set: { privateIpAddress: null },
          }),
        );
      }),
  },
];
