import { describe, expect, it } from 'vitest';
import { machine, place, timeline } from '../../testing/timeline';
import { getKind } from '../lookup';
import { statesOf } from './states';
import type { InsideWorld } from './world';

const never = () => Promise.reject(new Error('is not asked'));

function cellOf(call: string, state: string, set = {}) {
  const document = timeline([...place(), ...machine(1, { set })]);
  const instance = getKind(document, 'i-1', 'instance');
  if (!instance) throw new Error('There is no instance.');
  const world: InsideWorld = {
    document,
    at: 0,
    live: { 'i-1': { state: 'running' } },
    network: never,
    run: never,
  };
  const { calls } = statesOf(world, instance);
  return calls.find((row) => row.call === call)?.cells.find((cell) => cell.state === state);
}

describe('the state diagram of an instance', () => {
  it('says where a call leads', () => {
    expect(cellOf('stop', 'running')).toEqual({
      state: 'running',
      does: 'acts',
      detail: 'stopping → stopped',
      known: 'documented',
    });
  });

  it('says in EC2’s words what would be refused as the instance is set up', () => {
    expect(cellOf('terminate', 'running', { disableApiTermination: true })).toMatchObject({
      does: 'error',
      detail: expect.stringMatching(/^OperationNotPermitted: /) as string,
    });
  });

  it('marks what AWS does not document', () => {
    expect(cellOf('reboot', 'pending')).toMatchObject({ does: 'nothing', known: 'unknown' });
  });
});
