import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { Scenario } from '../catalog/descriptors';
import { X, including, topology, viaNat } from '../testing/base-topology';

function ask(document: Scenario, from: string, to: string) {
  const answer = trace(compileNetwork({ document, at: 'design', live: {} }), {
    from,
    to,
    protocol: 'tcp',
    port: 22,
  });
  if (!answer.ok) throw new Error(answer.error.message);
  const { verdict, direction, code } = answer.value;
  return { verdict, direction, code };
}

const publicInPrivate = including({
  id: 'eip-j',
  kind: 'elastic-ip',
  region: 'region-1',
  publicIp: '203.0.113.20',
  networkInterfaceId: 'eni-j',
});

describe('an answer that leaves by a NAT gateway which has not seen the request', () => {
  const document = topology(viaNat, publicInPrivate);

  it('comes from another address than was asked, so the connection fails', () => {
    expect(ask(document, X, 'j')).toEqual({
      verdict: 'unreachable',
      direction: 'return',
      code: 'X_ASYMMETRIC_APPLIANCE',
    });
    expect(ask(document, 'i', '203.0.113.20')).toMatchObject({ verdict: 'unreachable', direction: 'return' });
  });

  it('is another matter than connections the instance opens itself', () => {
    expect(ask(document, 'j', X).verdict).toBe('reachable');
  });
});
