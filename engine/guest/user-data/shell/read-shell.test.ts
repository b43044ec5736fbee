import { describe, expect, it } from 'vitest';
import { createBudget } from '../budget';
import type { UserDataStep } from '../plan';
import { readShell } from './read-shell';

const read = (text: string, exitOnFailure = false): UserDataStep[] =>
  readShell({ text, line: 1, stage: 'final', exitOnFailure }, createBudget());
const only = (text: string): UserDataStep => {
  const steps = read(text);
  expect(steps).toHaveLength(1);
  return steps[0]!;
};
const action = (text: string) => only(text).action;
const REPOSITORY = (manager: string) => [{ kind: 'package-repository', manager }];

describe('packages', () => {
  it.each([
    ['yum install -y httpd php', 'yum', ['httpd', 'php']],
    ['sudo dnf -y install nginx', 'dnf', ['nginx']],
    ['/usr/bin/yum -qy install git', 'yum', ['git']],
    ['DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nginx', 'apt', ['nginx']],
    ['apt install --yes apache2', 'apt', ['apache2']],
    ['sudo -E apt-get -o Dpkg::Options::=--force-confold install -y redis-server', 'apt', ['redis-server']],
    ['zypper --non-interactive install nginx', 'zypper', ['nginx']],
  ])('%s needs the repository', (text, manager, packages) => {
    const step = only(text);
    expect(step.action).toMatchObject({ kind: 'install-packages', manager, packages, assumeYes: true });
    expect(step.needs).toEqual(REPOSITORY(manager));
  });

  it('asks when nobody has said yes', () => {
    expect(action('yum install httpd')).toMatchObject({ assumeYes: false });
    expect(read('yes | yum install httpd')[1]?.action).toMatchObject({ assumeYes: true });
  });

  it('tells updating packages from refreshing lists', () => {
    expect(action('yum update -y')).toMatchObject({ kind: 'update-packages', manager: 'yum' });
    expect(action('apt-get update')).toEqual({ kind: 'refresh-package-lists', manager: 'apt' });
    expect(action('apt-get upgrade -y')).toMatchObject({ kind: 'update-packages', manager: 'apt' });
  });

  it('knows what a topic of amazon-linux-extras installs', () => {
    expect(action('amazon-linux-extras install -y nginx1')).toMatchObject({
      packages: ['nginx'],
      extras: ['nginx1'],
    });
  });

  it('takes a package from an address', () => {
    expect(only('yum install -y https://dev.example.com/a.rpm').needs).toEqual([
      { kind: 'host', host: 'dev.example.com', protocol: 'tcp', port: 443 },
    ]);
  });

  it('fills in variables that the script sets, and no others', () => {
    expect(read('PKGS="httpd php"\nyum install -y $PKGS')[1]?.action).toMatchObject({
      packages: ['httpd', 'php'],
    });
    expect(read('export P=nginx\ndnf install -y ${P}')[1]?.action).toMatchObject({ packages: ['nginx'] });
    expect(action('yum install -y $UNSET').kind).toBe('not-simulated');
    expect(action('yum install -y $(cat list)').kind).toBe('not-simulated');
  });
});

describe('services', () => {
  it.each([
    ['systemctl start httpd', 'start', ['httpd']],
    ['systemctl enable --now nginx.service', 'enable-now', ['nginx']],
    ['systemctl --now enable nginx', 'enable-now', ['nginx']],
    ['systemctl enable httpd mariadb', 'enable', ['httpd', 'mariadb']],
    ['service httpd start', 'start', ['httpd']],
    ['systemctl restart sshd', 'restart', ['sshd']],
    ['chkconfig httpd on', 'enable', ['httpd']],
  ])('%s', (text, verb, services) => {
    expect(action(text)).toEqual({ kind: 'control-service', verb, services });
  });

  it.each([
    ['python3 -m http.server 8080 &', 8080, true],
    ['nohup python -m SimpleHTTPServer 80 > /dev/null 2>&1 &', 80, true],
    ['python3 -m http.server', 8000, false],
    ['python3 -m http.server -d /srv 9000 &', 9000, true],
    ['PORT=3000 node app.js &', 3000, true],
  ])('%s listens', (text, port, background) => {
    expect(action(text)).toMatchObject({ kind: 'listen', port, background });
  });

  it('does not guess on which port a program of one’s own listens', () => {
    expect(action('node app.js &').kind).toBe('not-simulated');
    expect(action('PORT=99999 node app.js &').kind).toBe('not-simulated');
  });
});

describe('what comes over the network', () => {
  it('knows the bucket of aws s3', () => {
    const step = only('aws s3 cp s3://my-bucket/site/index.html /var/www/html/');
    expect(step.action).toMatchObject({ bucket: 'my-bucket', key: 'site/index.html', upload: false });
    expect(step.needs).toEqual([{ kind: 's3-bucket', bucket: 'my-bucket' }]);
    expect(action('aws s3 sync /srv s3://backup-1 --delete')).toMatchObject({
      bucket: 'backup-1',
      upload: true,
    });
    expect(action('aws s3 cp s3://$BUCKET/x .').kind).toBe('not-simulated');
  });

  it.each([
    ['curl -sSfo /tmp/x https://example.com/a', 'example.com', 443],
    ['curl http://10.0.2.7:8080/health', '10.0.2.7', 8080],
    ['wget -q -O - example.org/a', 'example.org', 80],
    ['wget --tries=3 https://user:secret@Example.com', 'example.com', 443],
  ])('%s', (text, host, port) => {
    expect(only(text).needs).toEqual([{ kind: 'host', host, protocol: 'tcp', port }]);
  });

  it('keeps how long and how often is tried', () => {
    expect(action('curl --connect-timeout 5 --retry 2 https://example.com')).toMatchObject({
      connectTimeoutMs: 5000,
      attempts: 3,
    });
    expect(action('wget https://example.com')).toMatchObject({ attempts: 20 });
  });

  it('tells the two versions of instance metadata', () => {
    const [token, id] = read(
      [
        'TOKEN=$(curl -s -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 60")',
        'ID=`curl -s -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/instance-id`',
      ].join('\n'),
    );
    expect(token?.needs).toEqual([{ kind: 'metadata', version: 'v2' }]);
    expect(id?.action).toMatchObject({ path: '/latest/meta-data/instance-id', version: 'v2' });
    expect(only('curl http://169.254.169.254/latest/meta-data/').needs).toEqual([
      { kind: 'metadata', version: 'v1' },
    ]);
  });

  it('asks the API of another service', () => {
    expect(only('aws ssm get-parameter --name /db --region eu-west-1').needs).toEqual([
      { kind: 'aws-api', service: 'ssm', region: 'eu-west-1', port: 443 },
    ]);
  });
});

describe('volumes, files and signals', () => {
  it('makes and mounts file systems', () => {
    expect(only('mkfs -t xfs /dev/xvdf')).toMatchObject({
      action: { device: '/dev/xvdf', type: 'xfs' },
      needs: [{ kind: 'device', device: '/dev/xvdf' }],
    });
    expect(action('mkfs.ext4 /dev/nvme1n1')).toMatchObject({ type: 'ext4' });
    expect(only('mount /dev/xvdf /data').needs).toEqual([{ kind: 'device', device: '/dev/xvdf' }]);
  });

  it.each([
    ['mount -t efs fs-0123456789abcdef0:/ /mnt/efs', 'fs-0123456789abcdef0'],
    ['mount -t efs -o tls fs-01 /mnt', 'fs-01'],
    [
      'mount -t nfs4 -o nfsvers=4.1,hard fs-01.efs.eu-west-1.amazonaws.com:/ /mnt',
      'fs-01.efs.eu-west-1.amazonaws.com',
    ],
  ])('%s needs a mount target', (text, fileSystem) => {
    expect(only(text).needs).toEqual([{ kind: 'file-system', fileSystem, protocol: 'tcp', port: 2049 }]);
  });

  it.each([
    ['echo "<h1>hello</h1>" > /var/www/html/index.html', '/var/www/html/index.html'],
    ['cat > /etc/app.conf <<EOF\nport=80\nif broken $(\nEOF', '/etc/app.conf'],
    ["cat <<'EOF' >> /etc/hosts\n10.0.0.1 db\nEOF\n", '/etc/hosts'],
    ['tee /etc/motd <<-E\n\thello\n\tE', '/etc/motd'],
  ])('%j writes a file', (text, path) => {
    expect(action(text)).toEqual({ kind: 'write-file', path });
  });

  it('understands what goes into /etc/fstab, and mount -a after it', () => {
    const steps = read('echo "/dev/xvdf /data xfs defaults,nofail 0 2" | sudo tee -a /etc/fstab\nmount -a');
    const entry = { source: { kind: 'device', device: '/dev/xvdf' }, mountPoint: '/data', nofail: true };
    expect(steps[1]?.action).toEqual({ kind: 'write-file', path: '/etc/fstab', fstab: [entry] });
    expect(steps[2]).toMatchObject({
      action: { entries: [entry] },
      needs: [{ kind: 'device', device: '/dev/xvdf' }],
    });
  });

  it('signals', () => {
    expect(only('/opt/aws/bin/cfn-signal -e $? --stack s --resource r --region us-east-1')).toMatchObject({
      action: { success: 'by-status' },
      needs: [{ kind: 'aws-api', service: 'cloudformation', region: 'us-east-1', port: 443 }],
    });
    expect(only('echo "ec2-playground: ready"')).toMatchObject({
      action: { how: 'marker', success: true },
      needs: [],
    });
  });
});

describe('the course of a script', () => {
  const joints = (text: string) => read(text).map(({ runsIf, onFailure }) => `${runsIf} ${onFailure}`);

  it('ends at the first failure after set -e, but not where && or || follows', () => {
    expect(joints('a\nset -e\nb\nc || d\nset +e\ne')).toEqual([
      ...['always continue', 'always exit', 'always exit', 'always continue', 'failed exit'],
      ...['always continue', 'always continue'],
    ]);
    expect(joints('set -euxo pipefail\na')[1]).toBe('always exit');
    expect(read('a', true)[0]?.onFailure).toBe('exit');
  });

  it('loses the failure of a beginning of a pipeline, but for pipefail', () => {
    expect(joints('set -e\ncurl x | bash')).toEqual(['always exit', 'always ignored', 'always exit']);
    expect(joints('set -eo pipefail\ncurl x | bash')).toEqual(['always exit', 'always exit', 'always exit']);
  });

  it('runs what stands behind && only after success, over line ends too', () => {
    expect(joints('a &&\n  b; c & d')).toEqual([
      'always continue',
      'succeeded continue',
      'always ignored',
      'always continue',
    ]);
  });

  it('shows blocks as one step and goes on behind them', () => {
    const steps = read(
      [
        'if [ -f /x ]; then',
        '  for f in a b; do echo $f; done',
        'fi',
        'greet() {',
        '  echo "}"',
        '}',
        'function other {',
        '  if true; then (cd /; ls); fi',
        '}',
        'case $1 in start) echo a;; *) echo b;; esac',
        'yum install -y httpd',
      ].join('\n'),
    );
    expect(steps.map(({ line, action: { kind } }) => `${line} ${kind}`)).toEqual([
      '1 not-simulated',
      '4 not-simulated',
      '7 not-simulated',
      '10 not-simulated',
      '11 install-packages',
    ]);
  });

  it('takes a reserved word for one only where a command begins', () => {
    expect(read('if x; then echo fi\nyum install -y a\nfi; true')).toHaveLength(2);
    expect(read('echo if\ntrue')).toHaveLength(2);
  });

  it('knows the line of every command, across continued lines, quotes and here-documents', () => {
    const steps = read(
      'yum \\\n install -y \\\n httpd\necho "a\nb"\ncat > f <<E\n1\n2\nE\ntrue # done\n\nfalse',
    );
    expect(steps.map(({ line }) => line)).toEqual([1, 4, 6, 10, 12]);
  });

  it('keeps what it does not know, with its text and a reason', () => {
    expect(only('./configure --prefix=/usr')).toMatchObject({
      text: './configure --prefix=/usr',
      action: {
        kind: 'not-simulated',
        reason: 'configure is not on the list of commands that are simulated.',
      },
    });
    expect(only(`x ${'y'.repeat(500)}`).text).toHaveLength(200);
  });
});
