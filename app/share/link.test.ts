import { describe, expect, it } from 'vitest';
import { isLocalAddress, reachOf } from './link';
import { linkIn } from './link-in';

describe('links', () => {
  it('say honestly how far a length travels', () => {
    expect([2_000, 2_001, 4_001, 8_001, 32_001].map(reachOf)).toEqual([
      'everywhere',
      'most-chats',
      'browsers',
      'risky',
      'too-long',
    ]);
  });

  it('know the addresses that only this computer has', () => {
    expect(['localhost', '127.0.0.1', '[::1]', 'play.localhost', ''].every(isLocalAddress)).toBe(true);
    expect(['lan.test', '192.168.1.4', 'example.org', '128.0.0.1'].some(isLocalAddress)).toBe(false);
  });

  it('are told from other fragments of an address', () => {
    expect(linkIn('#0.852.4jz7wx.RVLP')).toBe('0.852.4jz7wx.RVLP');
    expect(['', '#', '#help', '#.5'].map(linkIn)).toEqual([null, null, null, null]);
  });
});
