/** Elastic IPs come from blocks that are reserved for documentation, so that no one's real machine is ever named. */
import type { Scenario } from '../catalog/descriptors';
import { allOf } from '../catalog/lookup';
import { makeIpv4, parseCidr4 } from '../model/ip/ipv4';

/** RFC 5737 and RFC 2544. */
const POOLS = ['198.51.100.0/24', '192.0.2.0/24', '198.18.0.0/15'];

/** @returns the lowest public address that nothing in the document has. */
export const nextPublicAddress = (document: Scenario): string =>
  freePublicAddress(publicAddressesOf(document));

export const publicAddressesOf = (document: Scenario): Set<string> =>
  new Set<string>([
    ...allOf(document, 'elastic-ip').map((address) => address.publicIp),
    ...allOf(document, 'internet').map((internet) => internet.clientAddress),
    ...Object.values(document.observed).flatMap((observed) => Object.values(observed.publicIps ?? {})),
  ]);

/** The lowest that is not taken. */
export function freePublicAddress(taken: ReadonlySet<string>): string {
  for (const pool of POOLS) {
    const block = parseCidr4(pool);
    if (!block) continue;
    for (let address = block.first + 1; address < block.last; address += 1) {
      const text = makeIpv4(address);
      if (!taken.has(text)) return text;
    }
  }
  // 131,000 Elastic IPs are more than a document may hold.
  throw new Error('The pool of public addresses is used up.');
}
