import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNetwork } from '../catalog/network-roles';
import { Diagrams } from '../network/symbolic/diagram';
import { createGround } from '../network/symbolic/ground';
import { arbitraryNetwork } from '../testing/arbitrary-network';
import { exposureIn } from './exposure-lines';

const RUNS = { seed: 20261125, numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) };

describe('what is remembered of an exposure', () => {
  it('is what would be said anew, network after network with the same ids', () => {
    const shared = new Diagrams();
    let lines = 0;
    fc.assert(
      fc.property(arbitraryNetwork, (document) => {
        const network = compileNetwork({ document, at: 'design', live: {} });
        for (const family of [4, 6] as const) {
          const again = exposureIn(createGround(network, family, shared));
          lines += again.inbound.length + again.outbound.length;
          expect(again).toEqual(exposureIn(createGround(network, family, new Diagrams())));
        }
      }),
      RUNS,
    );
    expect(lines).toBeGreaterThan(RUNS.numRuns);
  });
});
