import { describe, expect, it } from 'vitest';
import type { Hop, Packet } from '../../engine';
import { translationOf } from './translation';

const packet: Packet = {
  source: '203.0.113.7',
  destination: '198.51.100.9',
  protocol: 6,
  sourcePorts: [1024, 65_535],
  destinationPorts: [443, 443],
};

const hop = (packetOut?: Packet): Hop => ({
  resource: 'igw-1',
  kind: 'internet-gateway',
  packetIn: packet,
  ...(packetOut && { packetOut }),
  verdict: 'pass',
  message: '',
  source: 'https://docs.aws.amazon.com/',
});

describe('the chip of a translation', () => {
  it('is not there where the packet goes on as it came', () => {
    expect(translationOf(hop())).toBeNull();
    expect(translationOf(hop({ ...packet }))).toBeNull();
  });

  it('names the address that became another', () => {
    expect(translationOf(hop({ ...packet, destination: '10.0.0.10' }))).toBe('to 198.51.100.9 → 10.0.0.10');
    expect(translationOf(hop({ ...packet, source: '10.0.0.5' }))).toBe('from 203.0.113.7 → 10.0.0.5');
  });

  it('names the port it is sent to, not the one a client takes at random', () => {
    expect(
      translationOf(hop({ ...packet, destinationPorts: [8080, 8080], sourcePorts: [32_768, 60_999] })),
    ).toBe('port 443 → 8080');
  });
});
