import { describe, expect, it } from 'vitest';
import type { ReachSet, TrafficBox } from '../../engine';
import { narrow } from './narrow';

const box = (fields: Partial<TrafficBox> & Pick<TrafficBox, 'text'>): TrafficBox => ({
  protocols: ['tcp'],
  ...fields,
});
const set = (fields: Partial<ReachSet>): ReachSet => ({
  boxes: [],
  text: '',
  extent: 'some',
  unknown: [],
  ...fields,
});
const WEB = set({
  boxes: [
    box({ text: 'tcp 80-443', ports: [[80, 443]] }),
    box({ text: 'udp 53', protocols: ['udp'], ports: [[53, 53]] }),
    box({ text: 'protocols 2-5', protocols: ['2-5'] }),
    box({ text: 'ping', protocols: ['icmp'], icmpTypes: [[8, 8]] }),
  ],
});

describe('a set of packets narrowed to what the reader looks for', () => {
  it('is the whole set where nothing in particular is looked for', () => {
    for (const traffic of [null, { protocol: '-1' }])
      expect(narrow(WEB, traffic)).toMatchObject({ extent: 'some', box: { text: 'tcp 80-443' } });
  });

  it('is all, some or nothing of some ports', () => {
    const tcp = (from: number, to: number) => narrow(WEB, { protocol: 'tcp', from, to }).extent;
    expect([tcp(443, 443), tcp(400, 500), tcp(444, 500)]).toEqual(['all', 'some', 'none']);
    expect(narrow(WEB, { protocol: 'tcp' }).extent).toBe('some');
    expect(narrow(WEB, { protocol: 'udp', from: 443, to: 443 })).toEqual({
      extent: 'none',
      texts: [],
      box: null,
    });
  });

  it('joins ranges that touch', () => {
    const halves = set({
      boxes: [box({ text: 'b', ports: [[501, 65_535]] }), box({ text: 'a', ports: [[0, 500]] })],
    });
    expect(narrow(halves, { protocol: 'tcp' }).extent).toBe('all');
  });

  it('knows protocols by number, and ICMP by its types', () => {
    expect(narrow(WEB, { protocol: '4' }).extent).toBe('all');
    expect(narrow(WEB, { protocol: '6' }).extent).toBe('none');
    expect(narrow(WEB, { protocol: 'icmp', from: 8, to: -1 }).extent).toBe('all');
    expect(narrow(WEB, { protocol: 'icmp', from: -1, to: -1 }).extent).toBe('some');
  });

  it('never says all of what only some addresses may send, or what works only sometimes', () => {
    const ssh = { protocol: 'tcp', from: 22, to: 22 };
    const office = set({ boxes: [box({ text: 'tcp 22 from office', addresses: ['192.0.2.0/24'] })] });
    expect(narrow(office, ssh).extent).toBe('some');
    const turns = set({ sometimes: [box({ text: 'tcp 22', ports: [[22, 22]] })] });
    expect(narrow(turns, ssh)).toMatchObject({ extent: 'some', texts: ['sometimes tcp 22'] });
  });

  it('stays unknown where nothing is known to work', () => {
    const unknown = [{ code: 'UNSURE', resource: 'acl-1', message: 'why' }];
    const doubtful = set({ boxes: WEB.boxes, unknown });
    expect(narrow(doubtful, { protocol: 'tcp', from: 22, to: 22 }).extent).toBe('unknown');
    expect(narrow(doubtful, { protocol: 'tcp', from: 80, to: 80 }).extent).toBe('all');
  });
});
