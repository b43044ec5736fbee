import { describe, expect, it } from 'vitest';
import {
  at,
  machine,
  MINUTE,
  place,
  play,
  timeline,
  type MachineShape,
  type Step,
} from '../testing/timeline';
import type { LiveFields } from '../model/live';

const stopStart: readonly Step[] = [
  [5 * MINUTE, 'stop', 'i-1'],
  [10 * MINUTE, 'start', 'i-1'],
];

function playOne(shape: MachineShape, steps: readonly Step[], region?: string) {
  return play(timeline([...place(region), ...machine(1, shape)], steps));
}

const publicOf = (fields: LiveFields): unknown => [fields.publicIp, fields.publicIpOwner];

describe('addresses and names', () => {
  it('an auto-assigned public address is there at launch, gone while stopped, another after the start', () => {
    const run = playOne({}, stopStart);
    const [before, stopped, after] = [1, 7, 15].map((minute) => at(run, minute * MINUTE, 'i-1'));
    expect(before?.publicIpOwner).toBe('amazon');
    expect(before?.publicDnsName).toBe(
      `ec2-${before?.publicIp?.replaceAll('.', '-')}.compute-1.amazonaws.com`,
    );
    expect([stopped?.publicIp, stopped?.publicIpOwner, stopped?.publicDnsName]).toEqual([null, null, null]);
    expect(after?.publicIpOwner).toBe('amazon');
    expect(after?.publicIp).not.toBe(before?.publicIp);
    expect(after?.publicDnsName).toContain(after?.publicIp?.replaceAll('.', '-'));
  });

  it('the primary interface shows what the instance shows', () => {
    const run = playOne({}, stopStart);
    for (const minute of [1, 7, 15])
      expect(publicOf(at(run, minute * MINUTE, 'eni-1'))).toEqual(publicOf(at(run, minute * MINUTE, 'i-1')));
  });

  it('a reboot keeps the public address', () => {
    const run = playOne({}, [[5 * MINUTE, 'reboot', 'i-1']]);
    expect(publicOf(at(run, 15 * MINUTE, 'i-1'))).toEqual(publicOf(at(run, MINUTE, 'i-1')));
  });

  it('an Elastic IP stays over stop and start, and takes the place of an auto-assigned one', () => {
    const run = playOne({ elasticIp: true }, stopStart);
    for (const minute of [1, 7, 15])
      expect(publicOf(at(run, minute * MINUTE, 'i-1'))).toEqual(['198.51.100.1', 'elastic']);
    expect(at(run, 15 * MINUTE, 'eip-1').attachedTo).toBe('eni-1');
  });

  it('with two interfaces there is no auto-assigned address, neither at launch nor at a start', () => {
    const run = playOne({ secondInterface: true }, stopStart);
    for (const minute of [1, 7, 15]) expect(at(run, minute * MINUTE, 'i-1').publicIp).toBeNull();
  });

  it('an imported instance that was seen with a public address and has two interfaces gets none at a start', () => {
    const document = timeline([...place(), ...machine(1, { secondInterface: true })], stopStart, {
      'i-1': { awsId: 'i-0abc', state: 'running', publicIps: { '10.0.1.11': '203.0.113.9' } },
    });
    const run = play(document);
    expect(at(run, MINUTE, 'i-1').publicIp).toBe('203.0.113.9');
    expect(at(run, 15 * MINUTE, 'i-1').publicIp).toBeNull();
  });

  it('the private address and its name stay over stop and start', () => {
    const run = playOne({}, stopStart, 'eu-west-1');
    for (const minute of [1, 7, 15])
      expect(at(run, minute * MINUTE, 'i-1')).toMatchObject({
        privateIp: '10.0.1.11',
        privateDnsName: 'ip-10-0-1-11.eu-west-1.compute.internal',
      });
  });

  it('terminating releases every address; interfaces go or stay as their flag says, the Elastic IP is let go', () => {
    const run = playOne({ elasticIp: true, secondInterface: true }, [[5 * MINUTE, 'terminate', 'i-1']]);
    const now = (id: string) => at(run, 10 * MINUTE, id);
    expect(now('i-1')).toMatchObject({ privateIp: null, privateDnsName: null, publicIp: null });
    expect(now('eni-1')).toMatchObject({ state: 'deleted', attachedTo: null, privateIp: null });
    expect(now('eni-10')).toMatchObject({ state: 'available', attachedTo: null, privateIp: '10.0.1.101' });
    expect(now('eip-1').attachedTo).toBeNull();
  });

  it('automatic recovery keeps public and private address', () => {
    const run = playOne({}, [[5 * MINUTE, 'fail-host', 'i-1']]);
    const [before, after] = [4, 60].map((minute) => at(run, minute * MINUTE, 'i-1'));
    expect(after?.host).not.toBe(before?.host);
    expect([after?.publicIp, after?.privateIp]).toEqual([before?.publicIp, before?.privateIp]);
  });
});
