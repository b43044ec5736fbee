import { describe, expect, it } from 'vitest';
import { machine, place, timeline } from '../../testing/timeline';
import { propose } from '../propose';

const setUserData = (value: string) =>
  propose(timeline([...place(), ...machine(1)]), { type: 'set', id: 'i-1', key: 'userData', value }, {});

describe('user data of an instance', () => {
  it('of 16 KB is taken', () => {
    expect(setUserData(`#!/bin/bash\n${'#'.repeat(16_384 - 12)}`)).toMatchObject({ accepted: true });
  });

  it('of one byte more is refused with EC2’s own error', () => {
    expect(setUserData(`#!/bin/bash\n${'#'.repeat(16_384 - 11)}`)).toMatchObject({
      accepted: false,
      rule: 'InvalidUserData.Malformed',
    });
  });
});
