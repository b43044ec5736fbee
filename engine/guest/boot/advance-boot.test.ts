import { describe, expect, it } from 'vitest';
import { answering, BLOCKED, boot, bootInput, commandsOf, ports, shortest } from '../../testing/guest';
import { advanceBoot } from './advance-boot';
import type { BootInput } from './boot-input';
import { bootPlan } from './boot-plan';
import type { NeedState } from './boot-step';
import { EMPTY_DISK } from './guest-disk';
import { playBoot } from './play-boot';
import { startBoot } from './start-boot';

const NO_PACKAGES = { 'package-repository': 'no-path' } as const;
const play = (script: string, states: Parameters<typeof boot>[1] = {}, changes: Partial<BootInput> = {}) =>
  boot(bootInput(changes, `#!/bin/bash\n${script}`), states);
const outcomesOf = (played: ReturnType<typeof boot>) =>
  played.entries.filter(({ step }) => step.id === 'user-data').map(({ outcome }) => outcome);
const first = (...args: Parameters<typeof play>) => outcomesOf(play(...args))[0]!;

describe('packages without a path to their repository', () => {
  it('leave the web server out, and its service can’t be found', () => {
    const played = play('yum install -y httpd\nsystemctl enable --now httpd', NO_PACKAGES, {
      family: 'amazon-linux-2',
    });
    const [install, service] = outcomesOf(played);
    expect(install).toMatchObject({ result: 'failed', exitStatus: 1, reason: BLOCKED });
    expect(install?.message).toBe(`yum can’t reach its repository. ${BLOCKED}`);
    expect(install?.output.at(-1)).toBe('Cannot find a valid baseurl for repo: amzn2-core/2/x86_64');
    expect(install?.durationMs).toBeGreaterThan(30_000);
    expect(service?.output).toContain('Unit httpd.service could not be found.');
    expect(service?.result).toBe('failed');
    expect(ports(played)).toEqual([22]);
    expect(played.state.disk.packages).not.toContain('httpd');
  });

  it('are asked for in the bucket of the Region by Amazon Linux, and on the internet by others', () => {
    const repository = (family: BootInput['family']) => {
      const manager = family === 'ubuntu' || family === 'debian' ? 'apt-get' : 'yum';
      const plan = bootPlan(bootInput({ family }, `#!/bin/sh\n${manager} install -y x`), shortest);
      const need = plan.find(({ id }) => id === 'user-data')?.needs[0];
      return need?.kind === 'package-repository' ? need.repository : undefined;
    };
    expect(repository('amazon-linux-2023')).toMatchObject({
      host: 'al2023-repos-eu-west-1-de612dc2.s3.dualstack.eu-west-1.amazonaws.com',
      bucket: 'al2023-repos-eu-west-1-de612dc2',
      port: 443,
    });
    expect(repository('amazon-linux-2')?.bucket).toBe('amazonlinux-2-repos-eu-west-1');
    expect(repository('ubuntu')).toMatchObject({ host: 'eu-west-1.ec2.archive.ubuntu.com', port: 80 });
    expect(repository('debian')).toMatchObject({ port: 443 });
    expect(repository('ubuntu')?.bucket).toBeUndefined();
  });

  it('make dnf say that an update is complete, though nothing was updated', () => {
    const played = play('set -e\ndnf update -y\ndnf install -y nginx\necho never', NO_PACKAGES);
    expect(commandsOf(played)).toEqual([
      'set -e: ok 0',
      'dnf update -y: failed 0',
      'dnf install -y nginx: failed 1',
      'echo never: skipped 0',
    ]);
    expect(outcomesOf(played)[1]?.output).toContain('Complete!');
    expect(outcomesOf(played)[2]?.output.at(-1)).toBe('Error: Unable to find a match: nginx');
  });

  it('make apt-get update only warn; the package is unknown after it', () => {
    const played = play('apt-get update && apt-get install -y nginx', NO_PACKAGES, { family: 'ubuntu' });
    const [update, install] = outcomesOf(played);
    expect(update).toMatchObject({ result: 'failed', exitStatus: 0 });
    expect(update?.output[1]).toContain('Could not connect to eu-west-1.ec2.archive.ubuntu.com:80');
    expect(install).toMatchObject({ result: 'failed', exitStatus: 100 });
    expect(install?.output).toEqual(['E: Unable to locate package nginx']);
  });

  it('are told at once where the name is not known', () => {
    const install = first('yum install -y x', { 'package-repository': 'not-resolved' });
    expect(install.output.join()).toContain("Couldn't resolve host name");
    expect(install.durationMs).toBeLessThan(first('yum install -y x', NO_PACKAGES).durationMs);
  });
});

describe('packages with a path', () => {
  it('bring their service; Ubuntu starts it at once, Amazon Linux does not', () => {
    const ubuntu = play('apt-get update\napt-get install -y nginx', {}, { family: 'ubuntu' });
    expect(ports(ubuntu)).toEqual([22, 80]);
    expect(ubuntu.state.disk.enabled).toEqual(['nginx']);
    expect(ports(play('dnf install -y nginx'))).toEqual([22]);
    expect(ports(play('dnf install -y nginx\nsystemctl start nginx'))).toEqual([22, 80]);
  });

  it('are not known to apt before its lists are fetched; cloud-config fetches them itself', () => {
    const script = play('apt-get install -y nginx', {}, { family: 'ubuntu' });
    expect(outcomesOf(script)[0]?.message).toContain('Run apt-get update first.');
    expect(ports(boot(bootInput({ family: 'ubuntu' }, '#cloud-config\npackages: [nginx]\n')))).toEqual([
      22, 80,
    ]);
  });

  it('are not installed when nobody says yes', () => {
    expect(first('yum install httpd')).toMatchObject({ result: 'failed', exitStatus: 1 });
  });

  it.each([
    ['apt-get install -y nginx', 'amazon-linux-2023', 'apt-get: command not found'],
    ['yum install -y nginx', 'ubuntu', 'yum: command not found'],
    ['dnf install -y nginx', 'amazon-linux-2', 'dnf: command not found'],
    ['amazon-linux-extras install -y nginx1', 'amazon-linux-2023', 'amazon-linux-extras: command not found'],
    ['aws s3 cp s3://my-bucket/a .', 'ubuntu', 'aws: command not found'],
  ] as const)('%s on %s: %s', (script, family, line) => {
    expect(first(script, {}, { family })).toMatchObject({ exitStatus: 127, output: [line] });
  });

  it('that are installed by other names start the same service', () => {
    const script = 'amazon-linux-extras install -y redis6\nsystemctl start redis';
    expect(ports(play(script, {}, { family: 'amazon-linux-2' }))).toEqual([22, 6379]);
    expect(ports(play('dnf install -y redis6\nsystemctl start redis6'))).toEqual([22, 6379]);
    expect(ports(play('dnf install -y mariadb105-server\nservice mariadb start'))).toEqual([22, 3306]);
    expect(ports(play('dnf install -y postgresql15-server\nsystemctl start postgresql'))).toEqual([22, 5432]);
    expect(ports(play('dnf install -y docker\nsystemctl start docker'))).toEqual([22]);
  });
});

describe('services', () => {
  it('can be stopped', () => {
    expect(ports(play('systemctl stop sshd'))).toEqual([]);
  });

  it('of one’s own are there with their unit file; their ports are not known', () => {
    const played = play('cat > /etc/systemd/system/app.service <<E\n[Service]\nE\nsystemctl start app');
    expect(outcomesOf(played)[1]).toMatchObject({ result: 'ok' });
    expect(outcomesOf(played)[1]?.message).toContain('What it listens on is not known.');
  });

  it('are not declared missing where a line that is not simulated may have brought them', () => {
    expect(outcomesOf(play('./install-nginx.sh\nsystemctl start nginx'))[1]?.result).toBe('not-simulated');
    expect(outcomesOf(play('systemctl start nginx'))[0]?.result).toBe('failed');
    const refused = play('./x\nyum install -y nginx\nsystemctl start nginx', NO_PACKAGES);
    expect(outcomesOf(refused)[2]?.result).toBe('failed');
    expect(outcomesOf(play('systemctl start something-else'))[0]?.result).toBe('not-simulated');
  });

  it('that run in the foreground keep the rest of the script from running', () => {
    const played = play('python3 -m http.server 8080\necho never');
    expect(commandsOf(played)[1]).toBe('echo never: skipped 0');
    expect(ports(played)).toEqual([22, 8080]);
    expect(commandsOf(play('python3 -m http.server 8080 &\necho then'))[1]).toBe('echo then: ok 0');
  });
});

describe('what is fetched', () => {
  it.each([
    ['curl https://example.com/x', 'no-path', 28, 'Connection timed out', 127_000],
    [
      'curl --connect-timeout 5 --retry 1 https://example.com',
      'no-path',
      28,
      'after 5000 milliseconds',
      11_000,
    ],
    ['curl https://example.com', 'not-resolved', 6, 'Could not resolve host: example.com', 200],
    ['curl https://example.com', 'refused', 7, 'Connection refused', 200],
    ['wget -t 2 -T 10 http://example.com', 'no-path', 4, 'failed: Connection timed out.', 21_000],
    ['wget http://example.com', 'not-resolved', 4, 'unable to resolve host address', 200],
  ])('%s, %s: status %i', (script, state, exitStatus, text, durationMs) => {
    const outcome = first(script, { host: state as NeedState });
    expect(outcome).toMatchObject({ result: 'failed', exitStatus, durationMs });
    expect(outcome.output.join('\n')).toContain(text);
    expect(outcome.message).toContain(BLOCKED);
  });

  it('from a bucket waits for its time-outs, or is told what is missing', () => {
    const script = 'aws s3 cp s3://my-bucket/a .';
    expect(first(script, { 's3-bucket': 'no-path' }).output[0]).toContain(
      'Connect timeout on endpoint URL: "https://my-bucket.s3.eu-west-1',
    );
    expect(first(script, { 's3-bucket': 'denied' }).output[0]).toContain('Access Denied');
    expect(first(script).effects).toEqual([{ kind: 'fetched', from: 's3://my-bucket/a' }]);
  });

  it('from instance metadata without a token is unauthorised where tokens are required', () => {
    const played = playBoot(
      bootInput({}, '#!/bin/sh\ncurl http://169.254.169.254/latest/meta-data/'),
      shortest,
      (need) =>
        need.kind === 'metadata' && need.version === 'v1'
          ? { state: 'denied', reason: 'HttpTokens is required.' }
          : answering()(need),
    );
    expect(outcomesOf(played)[0]).toMatchObject({
      result: 'failed',
      exitStatus: 0,
      output: ['401 - Unauthorized'],
    });
  });
});

describe('volumes and file systems', () => {
  it('have to be attached, and to hold a file system', () => {
    expect(first('mount /dev/xvdf /data', { device: 'absent' })).toMatchObject({ exitStatus: 32 });
    expect(first('mount /dev/xvdf /data', { device: 'unformatted' }).output[0]).toContain('wrong fs type');
    const made = play('mkfs -t xfs /dev/xvdf && mount /dev/xvdf /data', { device: 'unformatted' });
    expect(commandsOf(made).map((line) => line.split(': ')[1])).toEqual(['ok 0', 'ok 0']);
    expect(made.state.mounted).toEqual(['/data']);
  });

  it('keep what they hold against mkfs.xfs, not against mkfs.ext4', () => {
    expect(first('mkfs -t xfs /dev/xvdf')).toMatchObject({ result: 'failed', effects: [] });
    expect(first('mkfs -t xfs -f /dev/xvdf').result).toBe('ok');
    expect(first('mkfs.ext4 /dev/xvdf').message).toContain('What was on it is lost.');
  });

  it('are mounted again at the next boot only if /etc/fstab names them', () => {
    const fleeting = play('mount /dev/xvdf /data');
    expect(fleeting.state.mounted).toEqual(['/data']);
    expect(boot(bootInput({ cause: 'reboot', disk: fleeting.state.disk })).state.mounted).toEqual([]);
    const lasting = play('echo "/dev/xvdf /data xfs defaults,nofail 0 2" >> /etc/fstab\nmount -a');
    expect(lasting.state.mounted).toEqual(['/data']);
    expect(boot(bootInput({ cause: 'reboot', disk: lasting.state.disk })).state.mounted).toEqual(['/data']);
    const missing = boot(bootInput({ cause: 'start', disk: lasting.state.disk }), { device: 'absent' });
    expect(missing.state.mounted).toEqual([]);
  });

  it('over the network time out without a path to their mount target', () => {
    const outcome = first('mount -t efs fs-01:/ /mnt', { 'file-system': 'no-path' });
    expect(outcome).toMatchObject({
      exitStatus: 32,
      durationMs: 120_000,
      output: ['mount.nfs4: Connection timed out'],
    });
  });
});

describe('the course of a script', () => {
  it('goes on after a failure, and ends there after set -e', () => {
    expect(commandsOf(play('false\necho on'))[1]).toBe('echo on: ok 0');
    expect(commandsOf(play('set -e\nfalse\necho on'))[2]).toBe('echo on: skipped 0');
    expect(commandsOf(play('set -e\nfalse || true\necho on'))[3]).toBe('echo on: ok 0');
  });

  it('follows && and ||', () => {
    expect(commandsOf(play('false && echo a || echo b && echo c'))).toEqual([
      'false: ok 1',
      'echo a: skipped 0',
      'echo b: ok 0',
      'echo c: ok 0',
    ]);
  });

  it('does not guess behind a condition', () => {
    expect(commandsOf(play('[ -f /x ] && yum install -y httpd'))[1]).toBe(
      'yum install -y httpd: not-simulated unknown',
    );
  });

  it('ends with exit', () => {
    expect(commandsOf(play('exit 3\necho never'))).toEqual(['exit 3: ok 3', 'echo never: skipped 0']);
  });

  it('ends a script, not the boot: the next part runs', () => {
    const text = [
      'Content-Type: multipart/mixed; boundary=b\n',
      '--b\nContent-Type: text/x-shellscript\n\n#!/bin/sh -e\nfalse\necho never',
      '--b\nContent-Type: text/x-shellscript\n\n#!/bin/sh\necho other',
      '--b--',
    ].join('\n');
    expect(commandsOf(boot(bootInput({}, text)))).toEqual([
      'false: ok 1',
      'echo never: skipped 0',
      'echo other: ok 0',
    ]);
  });

  it('signals success, failure, or not at all', () => {
    const signal = 'cfn-signal -e $? --stack s --resource r --region eu-west-1';
    expect(play(`true\n${signal}`).state.signal).toBe('success');
    expect(play(`false\n${signal}`).state.signal).toBe('failure');
    expect(play(`false &\n${signal}`).state.signal).toBe('success');
    expect(play(signal, { 'aws-api': 'no-path' }).state.signal).toBeUndefined();
    expect(play('echo "ec2-playground: ready"').state.signal).toBe('success');
  });

  it('says so where the answer is not known', () => {
    const played = play('yum install -y httpd\nsystemctl start httpd', { 'package-repository': 'unknown' });
    expect(commandsOf(played).map((line) => line.split(': ')[1])).toEqual([
      'not-simulated unknown',
      'not-simulated unknown',
    ]);
  });
});

describe('one step of a boot', () => {
  it('wants an answer to each of its needs', () => {
    const input = bootInput({ disk: EMPTY_DISK });
    const step = bootPlan(input, shortest).find(({ id }) => id === 'metadata')!;
    expect(() => advanceBoot(startBoot(input), step, [])).toThrow('metadata has 1 needs and got 0 answers');
  });
});
