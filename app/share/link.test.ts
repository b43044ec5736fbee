import { describe, expect, it } from 'vitest';
import { isLocalAddress, reachOf } from './link';
import { documentPart, linkIn } from './link-in';

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
    expect(linkIn('#1.852.4jz7wx.RVLP')).toBe('1.852.4jz7wx.RVLP');
    expect(linkIn('#1')).toBe('1');
    expect(['', '#', '#help', '#.5'].map(linkIn)).toEqual([null, null, null, null]);
  });

  it('of which the beginning is damaged are told of, not passed over', () => {
    expect(linkIn('#x.852.4jz7wx.RVLPb4IwEIb_jdmPe')).not.toBeNull();
    expect(linkIn('#.852.4jz7wx.RVLPb4IwEIb_jdmPebxpZ')).not.toBeNull();
  });

  it('are of the same document where their payload is the same', () => {
    expect(documentPart('1.852.4jz7wx.RVLP')).toBe('RVLP');
    expect(documentPart('1.859.8abc.RVLP&t=90s')).toBe('RVLP');
  });
});
