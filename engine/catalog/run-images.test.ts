import { describe, expect, it } from 'vitest';
import { at, eventsOf, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';
import type { Resource } from './descriptors';
import type { Image } from './image/kind';
import { actionsFor } from './run-actions';

const image = (set: Partial<Image> = {}): Resource => ({
  id: 'ami-1',
  kind: 'image',
  region: 'region-1',
  imageName: 'web',
  architecture: 'x86_64',
  operatingSystem: 'amazon-linux-2023',
  ...set,
});
const snapshot: Resource = {
  id: 'snap-1',
  kind: 'snapshot',
  region: 'region-1',
  volumeSize: 8,
  encrypted: false,
  sourceVolumeId: 'vol-1',
};
const fromFirst: Partial<Image> = {
  sourceInstanceId: 'i-1',
  blockDeviceMappings: [{ deviceName: '/dev/xvda', snapshotId: 'snap-1' }],
};
const later = { imageId: 'ami-1', launch: 'by-script' } as const;

const playWith = (set: Partial<Image>, steps: readonly Step[]) =>
  play(timeline([...place(), image(set), snapshot, ...machine(1), ...machine(2, { set: later })], steps));
const reasonOf = (run: ReturnType<typeof play>, minute: number): unknown =>
  at(run, minute * MINUTE, 'i-2').stateReason;

describe('an image that the script makes', () => {
  it('is not there before; it is pending, then available, and its instance reboots', () => {
    const run = playWith(fromFirst, [
      [4 * MINUTE, 'launch', 'i-2'],
      [5 * MINUTE, 'write-data', 'i-1', { label: 'pages', to: 'root' }],
      [6 * MINUTE, 'create-image', 'ami-1'],
      [6 * MINUTE + 1000, 'launch', 'i-2'],
      [20 * MINUTE, 'launch', 'i-2'],
    ]);
    expect(at(run, MINUTE, 'ami-1').state).toBe('not-created');
    expect(at(run, MINUTE, 'snap-1').state).toBe('not-created');
    expect(reasonOf(run, 5)).toBe('InvalidAMIID.NotFound');
    expect(at(run, 6 * MINUTE, 'ami-1').state).toBe('pending');
    expect(at(run, 6 * MINUTE, 'snap-1')).toMatchObject({ state: 'pending', data: ['pages'] });
    expect(at(run, 6 * MINUTE, 'i-1')).toMatchObject({ state: 'running', guest: 'booting' });
    expect(reasonOf(run, 7)).toBe('InvalidAMIID.Unavailable');
    expect(at(run, 15 * MINUTE, 'ami-1').state).toBe('available');
    expect(at(run, 15 * MINUTE, 'snap-1').state).toBe('completed');
    expect(at(run, 22 * MINUTE, 'i-2').state).toBe('running');
    expect(at(run, 22 * MINUTE, 'vol-2').data).toEqual(['pages']);
  });

  it('made without a reboot leaves its instance alone and says what that means', () => {
    const run = playWith({ ...fromFirst, noReboot: true }, [[6 * MINUTE, 'create-image', 'ami-1']]);
    expect(at(run, 6 * MINUTE, 'i-1').guest).toBe('up');
    expect(eventsOf(run, 'ami-1')[0]?.message).toContain('without a reboot');
  });

  it('needs an instance that is running or stopped, and is made once', () => {
    const run = playWith(fromFirst, [
      [5000, 'create-image', 'ami-1'],
      [6 * MINUTE, 'stop', 'i-1'],
      [8 * MINUTE, 'create-image', 'ami-1'],
      [20 * MINUTE, 'create-image', 'ami-1'],
    ]);
    expect(at(run, 6000, 'ami-1').state).toBe('not-created');
    const messages = eventsOf(run, 'ami-1').map(({ message }) => message);
    expect(messages[0]).toContain('IncorrectState');
    expect(at(run, 15 * MINUTE, 'ami-1').state).toBe('available');
    expect(messages.at(-1)).toContain('InvalidAMIName.Duplicate');
    expect(at(run, 25 * MINUTE, 'i-1').state).toBe('stopped');
  });
});

describe('what is done with an image', () => {
  const running: Step = [1000, 'launch', 'i-2'];

  it('deregister: what runs goes on, its snapshots stay, later launches are refused for good', () => {
    const run = playWith(fromFirst, [
      [5 * MINUTE, 'deregister-image', 'ami-1'],
      [6 * MINUTE, 'launch', 'i-2'],
      [7 * MINUTE, 'enable-image', 'ami-1'],
    ]);
    expect(at(run, 10 * MINUTE, 'i-1').state).toBe('running');
    expect(at(run, 10 * MINUTE, 'snap-1').state).toBe('completed');
    expect(at(run, 10 * MINUTE, 'ami-1').state).toBe('deregistered');
    expect(reasonOf(run, 10)).toBe('InvalidAMIID.Unavailable');
    expect(eventsOf(run, 'ami-1').at(-1)?.message).toContain('InvalidAMIID.Unavailable');
  });

  it('what was launched from it before stops and starts without it', () => {
    const run = playWith(fromFirst, [
      running,
      [5 * MINUTE, 'deregister-image', 'ami-1'],
      [6 * MINUTE, 'stop', 'i-2'],
      [10 * MINUTE, 'start', 'i-2'],
    ]);
    expect(at(run, 15 * MINUTE, 'i-2').state).toBe('running');
  });

  it('disable: refused until it is enabled again', () => {
    const run = playWith(fromFirst, [
      [5 * MINUTE, 'disable-image', 'ami-1'],
      [6 * MINUTE, 'launch', 'i-2'],
      [7 * MINUTE, 'enable-image', 'ami-1'],
      [8 * MINUTE, 'launch', 'i-2'],
    ]);
    expect([at(run, 6 * MINUTE, 'ami-1').state, reasonOf(run, 6)]).toEqual([
      'disabled',
      'InvalidAMIID.Unavailable',
    ]);
    expect(at(run, 10 * MINUTE, 'i-2').state).toBe('running');
  });

  it('deprecate: launches by its id still work', () => {
    const run = playWith(fromFirst, [
      [5 * MINUTE, 'deprecate-image', 'ami-1'],
      [6 * MINUTE, 'launch', 'i-2'],
    ]);
    expect(at(run, 6 * MINUTE, 'ami-1')).toMatchObject({ state: 'available', deprecated: true });
    expect(at(run, 10 * MINUTE, 'i-2').state).toBe('running');
  });

  it('of somebody else is refused', () => {
    const run = playWith({ owner: 'amazon' }, [[5 * MINUTE, 'deregister-image', 'ami-1']]);
    expect(at(run, 6 * MINUTE, 'ami-1').state).toBe('available');
    expect(eventsOf(run, 'ami-1').at(-1)?.message).toContain('AuthFailure');
  });

  it('is offered as it would go, with the reason where it would not', () => {
    const document = timeline([...place(), image(fromFirst), snapshot, ...machine(1)]);
    const { live } = play(document).momentAt(5 * MINUTE);
    expect(actionsFor(document, 'ami-1', live).map(({ type, enabled }) => [type, enabled])).toEqual([
      ['deprecate-image', true],
      ['disable-image', true],
      ['enable-image', false],
      ['deregister-image', true],
    ]);
  });
});
