import { describe, expect, it } from 'vitest';
import type { Instance } from '../instance/kind';
import { machine, MINUTE, place, play, timeline, type Step } from '../../testing/timeline';
import { getKind } from '../lookup';
import { consoleOf } from './console';

const never = () => Promise.reject(new Error('is not asked'));

async function consoleAt(at: number | 'design', set: Partial<Instance> = {}, steps: readonly Step[] = []) {
  const document = timeline([...place(), ...machine(1, { set })], steps);
  const instance = getKind(document, 'i-1', 'instance');
  if (!instance) throw new Error('There is no instance.');
  const run = play(document);
  const live = at === 'design' ? {} : run.momentAt(at).live;
  return consoleOf({ document, at, live, network: never, run: () => Promise.resolve(run) }, instance);
}

const states = ({ steps }: Awaited<ReturnType<typeof consoleAt>>) => steps.map(({ state }) => state);

describe('the console of an instance', () => {
  it('is empty before play, and says so', async () => {
    expect(await consoleAt('design')).toMatchObject({
      absent: expect.stringContaining('Press play') as string,
      lines: [],
    });
  });

  it('shows host, kernel, network and cloud-init in this order, with their times', async () => {
    const { steps, lines } = await consoleAt(10 * MINUTE);
    expect([...new Set(steps.map(({ stage }) => stage))]).toEqual([
      'host',
      'kernel',
      'network',
      'local',
      'init',
      'config',
      'final',
    ]);
    const times = steps.map(({ startsAt }) => startsAt ?? -1);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBe(0);
    expect(lines.join('\n')).toMatch(/cloud-init|Cloud-init/);
    expect(lines.at(-1)).toContain('login:');
  });

  it('is the same whenever it is told', async () => {
    expect(await consoleAt(10 * MINUTE)).toEqual(await consoleAt(10 * MINUTE));
  });

  it('shows in the middle of a boot what is done, what runs and what waits', async () => {
    // The run says running some time after the twelfth second; the kernel starts then.
    const whole = await consoleAt(10 * MINUTE);
    const kernel = whole.steps.find(({ stage }) => stage === 'kernel');
    const middle = await consoleAt((kernel?.startsAt ?? 0) + 1);
    expect(states(middle)).toContain('done');
    expect(states(middle)).toContain('running');
    expect(states(middle)).toContain('waiting');
    expect(middle.lines.length).toBeLessThan(whole.lines.length);
  });

  it('of user data shows each command and why one failed', async () => {
    const userData = '#!/bin/bash\nyum install -y httpd\n';
    const { steps, lines } = await consoleAt(10 * MINUTE, { userData });
    const install = steps.find(({ label }) => label.includes('yum install'));
    expect(install?.state).toBe('failed');
    expect(install?.reason).toBeTruthy();
    expect(lines.join('\n')).toContain('repo');
  });

  it('of a reboot begins with the kernel, of an imported machine there is none', async () => {
    const again = await consoleAt(20 * MINUTE, {}, [[10 * MINUTE, 'reboot', 'i-1']]);
    expect(again.steps[0]?.stage).toBe('kernel');
    expect(again.steps[0]?.startsAt).toBeGreaterThan(10 * MINUTE);
  });
});
