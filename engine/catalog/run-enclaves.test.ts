import { describe, expect, it } from 'vitest';
import { at, eventsOf, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';
import { inspectInstance } from './instance/inspect';
import type { Instance } from './instance/kind';
import { getKind } from './lookup';
import { actionsFor } from './run-actions';

const PARENT: Partial<Instance> = { instanceType: 'm5.2xlarge', enclaveOptions: { enabled: true } };
const RUN: Step = [10 * MINUTE, 'run-enclave', 'i-1', { name: 'signer', vCpus: 2, memoryMiB: 1024 }];
const SIGNER = 'signer (2 vCPU, 1024 MiB)';

const documentOf = (steps: readonly Step[], set: Partial<Instance> = PARENT) =>
  timeline([...place(), ...machine(1, { set, encrypted: true })], steps);
const playOne = (steps: readonly Step[], set: Partial<Instance> = PARENT) => play(documentOf(steps, set));
const refusals = (run: ReturnType<typeof play>): readonly string[] =>
  eventsOf(run, 'i-1')
    .filter(({ type, severity }) => type.endsWith('-enclave') && severity === 'warning')
    .map(({ message }) => message);

describe('an enclave in a run', () => {
  it('runs beside others, carved from its parent, until it is terminated', () => {
    const run = playOne([
      RUN,
      [11 * MINUTE, 'run-enclave', 'i-1'],
      [12 * MINUTE, 'run-enclave', 'i-1', { name: 'signer', vCpus: 4 }],
      [13 * MINUTE, 'terminate-enclave', 'i-1', { name: 'signer' }],
      [14 * MINUTE, 'terminate-enclave', 'i-1', { name: 'signer' }],
      [15 * MINUTE, 'terminate-enclave', 'i-1'],
    ]);
    expect(at(run, 10 * MINUTE, 'i-1').enclaves).toEqual([SIGNER]);
    expect(at(run, 11 * MINUTE, 'i-1').enclaves).toEqual([SIGNER, 'enclave (2 vCPU, 512 MiB)']);
    expect(at(run, 13 * MINUTE, 'i-1').enclaves).toEqual(['enclave (2 vCPU, 512 MiB)']);
    expect(at(run, 15 * MINUTE, 'i-1').enclaves).toEqual([]);
    expect(refusals(run)).toEqual([
      expect.stringMatching(/^Enclave of i-1: E22: Insufficient CPUs available: 4 /),
      'Enclave of i-1: No enclave named "signer" runs in \'i-1\'.',
    ]);
  });

  it.each([
    ['stop', {}],
    ['force-stop', {}],
    ['terminate', {}],
    ['reboot', {}],
    ['shut-down', {}],
    ['fail-host', {}],
  ] as const)('is gone with a %s of its parent', (type, set) => {
    const run = playOne([RUN, [20 * MINUTE, type, 'i-1']], { ...PARENT, ...set });
    expect(at(run, 20 * MINUTE - 1, 'i-1').enclaves).toEqual([SIGNER]);
    expect(at(run, 40 * MINUTE, 'i-1').enclaves).toEqual([]);
  });

  it('is gone when its zone fails, and stays away after a start', () => {
    const failed = playOne([RUN, [20 * MINUTE, 'fail-zone', 'az-1']]);
    expect(at(failed, 30 * MINUTE, 'i-1').enclaves).toEqual([]);
    const restarted = playOne([RUN, [20 * MINUTE, 'stop', 'i-1'], [30 * MINUTE, 'start', 'i-1']]);
    expect(at(restarted, 60 * MINUTE, 'i-1')).toMatchObject({ state: 'running', enclaves: [] });
  });

  it('stays when the parent is left alone, or only does not answer', () => {
    expect(at(playOne([RUN]), 90 * MINUTE, 'i-1').enclaves).toEqual([SIGNER]);
    expect(at(playOne([RUN, [20 * MINUTE, 'halt', 'i-1']]), 30 * MINUTE, 'i-1').enclaves).toEqual([SIGNER]);
  });

  it.each([
    ['was not launched with enclaves', { instanceType: 'm5.2xlarge' }, [RUN], 'not switched on'],
    ['is stopped', PARENT, [[5 * MINUTE, 'stop', 'i-1'], RUN], 'No system answers'],
    ['has halted', PARENT, [[5 * MINUTE, 'halt', 'i-1'], RUN], 'No system answers'],
  ] as const)('does not start where the parent %s', (_name, set, steps, message) => {
    const run = playOne(steps, set);
    expect(at(run, 30 * MINUTE, 'i-1').enclaves ?? []).toEqual([]);
    expect(refusals(run)).toEqual([expect.stringContaining(message)]);
  });
});

describe('what can be done with enclaves', () => {
  const optionsAt = (time: number, steps: readonly Step[], set = PARENT) => {
    const document = documentOf(steps, set);
    return actionsFor(document, 'i-1', play(document).momentAt(time).live).filter(({ type }) =>
      type.endsWith('-enclave'),
    );
  };

  it('is offered only where they are switched on', () => {
    expect(optionsAt(10 * MINUTE, [], { instanceType: 'm5.2xlarge' })).toEqual([]);
    expect(optionsAt(10 * MINUTE, [])).toMatchObject([
      { type: 'run-enclave', enabled: true },
      { type: 'terminate-enclave', enabled: false, reason: 'No enclave runs in it.' },
    ]);
    expect(optionsAt(10 * MINUTE, [RUN])[1]).toMatchObject({ enabled: true });
  });

  it('is refused in the words of nitro-cli where there is no room', () => {
    const full: Step = [5 * MINUTE, 'run-enclave', 'i-1', { vCpus: 6 }];
    expect(optionsAt(10 * MINUTE, [full])[0]).toMatchObject({
      enabled: false,
      reason: expect.stringMatching(/^E22: /) as string,
    });
  });

  it('is told in the facts of the instance', () => {
    const document = documentOf([RUN]);
    const instance = getKind(document, 'i-1', 'instance');
    if (!instance) throw new Error('There is no instance.');
    const { facts } = inspectInstance(document, instance, play(document).momentAt(15 * MINUTE).live);
    expect(facts.find(({ label }) => label === 'Enclaves')).toEqual({
      label: 'Enclaves',
      value: SIGNER,
      note: 'room for 4 vCPU and 31488 MiB more; vsock only; gone when it stops',
    });
  });
});
