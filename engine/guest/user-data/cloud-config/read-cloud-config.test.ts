import { describe, expect, it } from 'vitest';
import { createBudget } from '../budget';
import { readCloudConfig } from './read-cloud-config';

const read = (text: string) => readCloudConfig({ text: `#cloud-config\n${text}`, line: 1 }, createBudget());
const steps = (text: string) => {
  const part = read(text);
  expect(part.remark).toBeUndefined();
  return part.steps.map(({ line, stage, action }) => ({ line, stage, ...action }));
};

describe('a cloud-config', () => {
  it('installs packages with the image’s own package manager', () => {
    expect(steps('package_update: true\npackages:\n  - nginx\n  - [git, 2.40]\n')).toEqual([
      { line: 2, stage: 'final', kind: 'refresh-package-lists', manager: 'own', assumeYes: true },
      {
        line: 3,
        stage: 'final',
        kind: 'install-packages',
        manager: 'own',
        packages: ['nginx', 'git'],
        urls: [],
        assumeYes: true,
      },
    ]);
    expect(steps('package_upgrade: false')[0]).toMatchObject({ kind: 'local' });
  });

  it('runs commands as texts, lists and blocks, each with its line', () => {
    const text = [
      'runcmd:',
      '  - systemctl enable --now nginx # at once',
      '  - [ systemctl, start, "httpd" ]',
      '  - [sh, -c, "echo hi > /tmp/a b"]',
      '  - |',
      '    yum install -y \\',
      '      httpd',
      '    mount /dev/xvdf /data',
      "  - 'echo a: b'",
    ].join('\n');
    expect(steps(text).map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '3 control-service',
      '4 control-service',
      '5 write-file',
      '7 install-packages',
      '9 mount',
      '10 print',
    ]);
  });

  it('knows that a command with a colon in it is a mapping', () => {
    const [step] = steps('runcmd:\n  - echo hello: world\n  - echo then');
    expect(step).toMatchObject({ line: 3, kind: 'not-simulated' });
  });

  it('writes files and mounts file systems before the network stage ends', () => {
    const text = [
      'write_files:',
      '- path: /etc/app.conf',
      '  content: |',
      '    a: 1',
      '    # no comment',
      '  permissions: "0644"',
      '- content: x',
      'fs_setup:',
      '  - {device: /dev/xvdf, filesystem: xfs}',
      'mounts:',
      '  - [ xvdf, /data, xfs, "defaults,nofail", "0", "2" ]',
      '  - ["fs-01.efs.eu-west-1.amazonaws.com:/", /efs, nfs4]',
    ].join('\n');
    expect(steps(text)).toMatchObject([
      { stage: 'network', kind: 'write-file', path: '/etc/app.conf' },
      { kind: 'not-simulated' },
      { kind: 'make-file-system', device: '/dev/xvdf', type: 'xfs', existing: 'keep' },
      { kind: 'mount', source: { kind: 'device', device: '/dev/xvdf' }, mountPoint: '/data', lasting: true },
      { kind: 'mount', source: { kind: 'file-system', fileSystem: 'fs-01.efs.eu-west-1.amazonaws.com' } },
    ]);
  });

  it('shows modules that are not known, and understands settings', () => {
    expect(
      steps('hostname: web\nchef: {}\nphone_home: {url: "http://10.0.0.9/done", tries: 3}'),
    ).toMatchObject([
      { kind: 'local', what: 'setting' },
      { kind: 'fetch-url', host: '10.0.0.9', port: 80, attempts: 3 },
      { kind: 'not-simulated', reason: 'The module chef is not simulated.' },
    ]);
  });

  it.each([
    ['a: &x [1]\nb: *x', 2, 'Anchors and aliases'],
    ['a: [*x]', 2, 'Anchors, aliases and tags'],
    ['a: !!python/object x', 2, 'Tags'],
    ['a: [1, 2', 2, 'not closed on its line'],
    ['a: "x', 2, 'not closed on its line'],
    ['packages:\n\t- x', 3, 'tab'],
    ['a: 1\n   b: 2', 3, 'goes on in the next line'],
    ['a:\n    - b\n  - c', 4, 'indented more than the block'],
    ['? a\n: b', 2, 'Keys that are not a single text'],
    [`a: ${'['.repeat(40)}`, 2, 'more than 16 deep'],
    [Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 27, 'more than 24 deep'],
    ['a: 1\nb', 3, 'neither a key nor'],
    ['- a', 2, 'is a mapping'],
    ['just text', 2, 'is a mapping'],
  ])('says in which line %j can’t be read', (text, line, message) => {
    const part = read(text);
    expect(part.steps).toEqual([]);
    expect(part.remark).toContain(message);
    if (!message.startsWith('is a')) expect(part.remark).toContain(`Line ${line} `);
  });
});
