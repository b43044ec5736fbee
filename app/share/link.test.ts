import { describe, expect, it } from 'vitest';
import { fateOf, isLanAddress, isLocalAddress, PLACES, reachOf } from './link';
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

  it('know the addresses that only a local network has', () => {
    const local = [
      '192.168.1.4',
      '10.1.2.3',
      '172.31.0.1',
      '169.254.7.7',
      'pi.local',
      'teacher',
      '[fd00::1]',
    ];
    expect(local.filter((name) => !isLanAddress(name))).toEqual([]);
    const others = ['localhost', '172.32.0.1', 'example.org', '11.0.0.1', '[2001:db8::1]', ''];
    expect(others.filter(isLanAddress)).toEqual([]);
  });

  it('say of chat, mail and browser what becomes of a length there', () => {
    const fates = [2_000, 4_000, 8_000, 32_000, 32_001].map((length) =>
      PLACES.map((place) => fateOf(reachOf(length), place)).join(' '),
    );
    expect(fates).toEqual(['yes yes yes', 'some some yes', 'no no yes', 'no no some', 'no no no']);
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
