import { describe, expect, it } from 'vitest';
import { boot, bootInput, commandsOf, ports, shortest } from '../../testing/guest';
import { bootPlan } from './boot-plan';
import { BOOT_STEP_IDS } from './boot-step';

const WEB = '#!/bin/bash\nyum install -y httpd\nsystemctl start httpd\n';
const VOLUME = { id: 'vol-1', device: '/dev/sdf', sizeGib: 10, blocks: 'present', formatted: false } as const;
const ids = (...input: Parameters<typeof bootInput>) =>
  bootPlan(bootInput(...input), shortest).map(({ id }) => id);

describe('the order of a boot', () => {
  it('goes from the host to the status checks, user scripts last', () => {
    expect(ids({ volumes: [VOLUME] }, WEB)).toEqual([
      'placement',
      'root-volume',
      'data-volume',
      'network-interfaces',
      'kernel',
      'root-file-system',
      'dhcp',
      'metadata',
      'cloud-init-local',
      'cloud-init-network',
      'cloud-init-config',
      'services',
      'cloud-init-final',
      'user-data',
      'user-data',
      'ready',
      'status-checks',
    ]);
  });

  it('keeps to the closed list and gives every step a key of its own', () => {
    const steps = bootPlan(bootInput({ volumes: [VOLUME] }, WEB), shortest);
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
    for (const { id, durationMs, illustrative } of steps) {
      expect(BOOT_STEP_IDS).toContain(id);
      expect(Number.isInteger(durationMs)).toBe(true);
      expect(illustrative).toBe(true);
    }
  });

  it('runs boothooks, bootcmd and files before packages, packages before scripts, scripts before runcmd', () => {
    const text = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b\nContent-Type: text/x-shellscript\n\n#!/bin/sh\necho script',
      '--b\nContent-Type: text/cloud-config\n\n#cloud-config\nruncmd: [echo runcmd]\npackages: [git]\nbootcmd: [echo bootcmd]\nwrite_files: [{path: /etc/a}]',
      '--b\nContent-Type: text/cloud-boothook\n\n#cloud-boothook\necho hook',
      '--b--',
    ].join('\n');
    const labels = bootPlan(bootInput({}, text), shortest)
      .filter(({ id }) => id === 'user-data')
      .map(({ label, stage }) => `${stage} ${label}`);
    expect(labels).toEqual([
      'init echo bootcmd',
      'init write_files: /etc/a',
      'init echo hook',
      'final packages: git',
      'final echo script',
      'final echo runcmd',
    ]);
  });

  it('reads the root file system slowly where its blocks come from a snapshot', () => {
    const root = (blocks: 'snapshot' | 'present') => {
      const rootVolume = { id: 'vol-root', device: '/dev/xvda', sizeGib: 8, blocks, formatted: true };
      return bootPlan(bootInput({ rootVolume }), shortest).find(({ id }) => id === 'root-file-system');
    };
    expect(root('snapshot')?.durationMs).toBeGreaterThan(root('present')?.durationMs ?? Infinity);
    expect(root('snapshot')?.label).toContain('from the snapshot when it is touched first');
  });
});

describe('first and later boots', () => {
  const first = boot(bootInput({}, `${WEB}systemctl enable sshd\n`));
  const later = (changes: Parameters<typeof bootInput>[0], text = WEB) =>
    boot(bootInput({ disk: first.state.disk, ...changes }, text));

  it('run user data once per instance id', () => {
    expect(commandsOf(first)).toHaveLength(3);
    expect(first.state.disk.instanceId).toBe('i-0abc');
    expect(commandsOf(later({ cause: 'reboot' }))).toEqual([]);
    expect(commandsOf(later({ cause: 'start' }))).toEqual([]);
  });

  it('run user data again in an instance launched from an image of the first', () => {
    const copy = later({ cause: 'launch', instanceId: 'i-0def' });
    expect(commandsOf(copy)[0]).toBe('yum install -y httpd: ok 0');
    expect(copy.state.disk.instanceId).toBe('i-0def');
  });

  it('forget what has been started and not enabled', () => {
    expect(ports(first)).toEqual([22, 80]);
    expect(ports(later({ cause: 'reboot' }))).toEqual([22]);
    const enabled = boot(
      bootInput({}, '#!/bin/sh\nyum install -y httpd mod_ssl\nsystemctl enable --now httpd\n'),
    );
    expect(ports(enabled)).toEqual([22, 80, 443]);
    expect(ports(boot(bootInput({ disk: enabled.state.disk, cause: 'start' }, WEB)))).toEqual([22, 80, 443]);
  });

  it('run boothooks, bootcmd and per-boot scripts every time', () => {
    const hook = '#cloud-boothook\necho hook\n';
    expect(commandsOf(later({ cause: 'reboot' }, hook))).toEqual(['echo hook: ok 0']);
    const config = '#cloud-config\nbootcmd: [echo each]\nruncmd: [echo once]\n';
    expect(commandsOf(later({ cause: 'start' }, config))).toEqual(['echo each: ok 0']);
  });

  it('find nothing to place or attach at a reboot', () => {
    expect(ids({ cause: 'reboot' })[0]).toBe('kernel');
  });

  it('run a Windows script again only if it persists', () => {
    const script = '<powershell>\nInstall-WindowsFeature -Name Web-Server\n</powershell>\n';
    const windows = boot(bootInput({ family: 'windows' }, script));
    expect(ports(windows)).toEqual([3389, 80]);
    const again = (text: string) =>
      boot(bootInput({ family: 'windows', cause: 'start', disk: windows.state.disk }, text));
    expect(commandsOf(again(script))).toEqual([]);
    expect(ports(again(script))).toEqual([3389, 80]);
    expect(commandsOf(again(`${script}<persist>true</persist>`))).toHaveLength(1);
  });
});

describe('hibernation', () => {
  it('resumes memory instead of booting', () => {
    const before = boot(bootInput({}, WEB));
    const resumed = boot(
      bootInput({ cause: 'resume', disk: before.state.disk, suspended: before.state }, WEB),
    );
    expect(resumed.entries.map(({ step }) => step.id)).toEqual([
      'placement',
      'root-volume',
      'network-interfaces',
      'resume-memory',
      'status-checks',
    ]);
    expect(ports(resumed)).toEqual([22, 80]);
  });
});

describe('instance metadata that is switched off', () => {
  const off = boot(bootInput({}, WEB), { metadata: 'absent' });

  it('leaves the instance without user data, and the next boot is a first one', () => {
    expect(off.entries.find(({ step }) => step.id === 'metadata')?.outcome.result).toBe('failed');
    expect(commandsOf(off)).toEqual(['yum install -y httpd: skipped 0', 'systemctl start httpd: skipped 0']);
    expect(off.state.disk.instanceId).toBeUndefined();
    const next = boot(bootInput({ cause: 'start', disk: off.state.disk }, WEB));
    expect(ports(next)).toEqual([22, 80]);
    expect(ports(off)).toEqual([22]);
  });
});
