import { describe, expect, it } from 'vitest';
import { boot, bootInput } from '../../../testing/guest';
import type { BootInput } from '../boot-input';
import { mailDate, momentAt, slashDate } from './calendar';
import { consoleOutput } from './console-output';

const STARTS_AT = '2026-02-28T23:59:50Z';
const show = (changes: Partial<BootInput>, userData?: string, states: Parameters<typeof boot>[1] = {}) => {
  const input = bootInput(changes, userData);
  return consoleOutput({ input, startsAt: STARTS_AT, bootsAtMs: 0, entries: boot(input, states).entries });
};

describe('console output', () => {
  it('of Amazon Linux reads from the kernel to the login prompt', () => {
    const lines = show({ keyName: 'alice' }, '#!/bin/bash\ndnf install -y httpd\n');
    expect(lines[0]).toMatch(/^\[ {4}0\.000000\] Linux version 6\.1\.\d/);
    const at = (text: string): number => lines.findIndex((line) => line.includes(text));
    const order = [
      'DHCPv4 address 10.0.1.5/24, gateway 10.0.1.1',
      "running 'init-local'",
      "running 'init'",
      'Net device info',
      "running 'modules:config'",
      "running 'modules:final'",
      '  httpd',
      'alice',
      'finished at',
      'ip-10-0-1-5 login: ',
    ].map(at);
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(lines.find((line) => line.includes('finished at'))).toMatch(
      /cloud-init\[\d+\]: Cloud-init v\. [\d.]+ finished at Sun, 01 Mar 2026 00:00:\d\d \+0000\. Datasource DataSourceEc2\. {2}Up \d+\.\d\d seconds$/,
    );
    expect(lines.find((line) => line.includes('|  ens5  |'))).toContain('255.255.255.0');
  });

  it('shows the failure of a script, and which commands are not simulated', () => {
    const text = show({}, '#!/bin/sh\n./install.sh\ndnf install -y httpd\n', {
      'package-repository': 'no-path',
    }).join('\n');
    expect(text).toContain('cloud-init[1243]: (not simulated: ./install.sh)');
    expect(text).toContain('Unable to find a match: httpd');
    expect(text).toContain('Failed running /var/lib/cloud/instance/scripts/part-001 [1]');
  });

  it('does not end while a program runs in the foreground', () => {
    const text = show({}, '#!/bin/sh\npython3 -m http.server\n').join('\n');
    expect(text).not.toContain('finished at');
    expect(text).toContain('login: ');
  });

  it('names no data source without metadata', () => {
    expect(show({}, undefined, { metadata: 'absent' }).join('\n')).toContain('Datasource DataSourceNone');
  });

  it('of Ubuntu and Windows ends as theirs does', () => {
    expect(show({ family: 'ubuntu' }).slice(-3)).toEqual([
      'Ubuntu 24.04.1 LTS ip-10-0-1-5 ttyS0',
      '',
      'ip-10-0-1-5 login: ',
    ]);
    const windows = show({ family: 'windows' }, '<script>\necho hello\n</script>');
    expect(windows.at(-1)).toMatch(/^2026\/03\/01 00:0\d:\d\dZ: Message: Windows is Ready to use$/);
    expect(windows.some((line) => line.endsWith('Userdata: hello'))).toBe(true);
  });

  it('of a resumed instance shows no boot', () => {
    const suspended = boot(bootInput()).state;
    const text = show({ cause: 'resume', suspended }).join('\n');
    expect(text).toContain('resume from hibernation');
    expect(text).not.toContain('cloud-init');
  });

  it('is the same each time, and never more than 64 KB', () => {
    const script = `#!/bin/sh\n${`echo ${'x'.repeat(200)}\n`.repeat(70)}`;
    expect(show({}, script)).toEqual(show({}, script));
    const many = `#!/bin/sh\n${'aws ec2 x\n'.repeat(1500)}`;
    const lines = show({}, many, { 'aws-api': 'no-path' });
    expect(lines.join('\n').length).toBeLessThanOrEqual(65_536);
    expect(lines.at(-1)).toBe('ip-10-0-1-5 login: ');
  });
});

describe('dates of the console', () => {
  it('agree with the calendar over leap years and centuries', () => {
    for (let day = -40_000; day < 40_000; day += 37) {
      const ms = day * 86_400_000 + 12_345_000;
      const date = new Date(ms);
      expect(mailDate(momentAt('1970-01-01T00:00:00Z', ms))).toBe(
        date
          .toUTCString()
          .replace(/^(\w+, )(\d) /, '$10$2 ')
          .replace('GMT', '+0000'),
      );
    }
  });

  it('take the document’s own start', () => {
    expect(slashDate(momentAt('2024-02-29T10:00:00.250Z', 3_600_000))).toBe('2024/02/29 11:00:00Z');
    expect(slashDate(momentAt('nonsense', 0))).toBe('1970/01/01 00:00:00Z');
  });
});
