import { describe, expect, it } from 'vitest';
import type { ExposureLine, TrafficBox } from '../../engine';
import { openTo, reachSentence } from './reach-words';

const box = (protocols: readonly string[], ports?: readonly (readonly [number, number])[]): TrafficBox => ({
  protocols,
  text: '',
  ...(ports ? { ports } : {}),
});
const line = (works: readonly TrafficBox[], family: 4 | 6 = 4): ExposureLine => ({
  family,
  members: [],
  works,
  sometimes: [],
  unknown: [],
});

describe('what the internet reaches, in words', () => {
  it('takes TCP for granted and names other protocols', () => {
    expect(openTo(line([box(['tcp'], [[443, 443]]), box(['udp'], [[53, 53]])]))).toEqual(['443', 'udp 53']);
    const both = [
      [22, 22],
      [443, 443],
    ] as const;
    expect(openTo(line([box(['tcp'], [[443, 443]]), box(['tcp'], both)]))).toEqual(['443', '22']);
  });

  it('writes ranges of ports, and leaves out ports where all are open', () => {
    expect(openTo(line([box(['tcp'], [[8000, 8100]]), box(['udp'], [[0, 65_535]])]))).toEqual([
      '8000-8100',
      'udp',
    ]);
    expect(openTo(line([box(['all'])]))).toEqual(['everything']);
  });

  it('says which family where it is not IPv4', () => {
    expect(openTo(line([box(['tcp'], [[22, 22]])], 6))).toEqual(['IPv6 22']);
  });

  it('says nothing of what is not reached or not known', () => {
    expect(reachSentence(undefined)).toBe('');
    expect(reachSentence([])).toBe('');
  });

  it('counts what is too much for an ear', () => {
    expect(reachSentence(['22', '80', '443', 'udp 53', 'icmp'])).toBe(
      'reachable from the Internet on 22, 80, 443 and 2 more',
    );
  });
});
