import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootInput } from '../../testing/guest';
import { parseUserData } from '../user-data/parse-user-data';
import type { BootInput } from './boot-input';
import { NEED_STATES, type BootNeed, type NeedAnswer } from './boot-step';
import { consoleOutput } from './console/console-output';
import { IMAGE_FAMILIES } from './images';
import { playBoot } from './play-boot';

const COMMANDS = [
  ...[
    'yum install -y httpd mod_ssl',
    'dnf update -y',
    'apt-get update',
    'apt-get install -y nginx',
    'false',
    'true',
  ],
  ...[
    'systemctl enable --now httpd',
    'systemctl start nginx',
    'systemctl stop sshd',
    'systemctl disable httpd',
  ],
  ...[
    'curl https://example.com',
    'aws s3 cp s3://my-bucket/a .',
    'mkfs -t xfs /dev/xvdf',
    'mount /dev/xvdf /data',
  ],
  ...[
    'echo "/dev/xvdf /data xfs defaults 0 2" >> /etc/fstab',
    'mount -a',
    'set -e',
    'set +e',
    'exit 1',
    './x',
  ],
  ...[
    'python3 -m http.server 80 &',
    'python3 -m http.server',
    '[ -f x ]',
    'cfn-signal -e $?',
    'sleep 5',
    'echo hi',
  ],
  ...[
    'curl http://169.254.169.254/latest/',
    'if x; then y; fi',
    'cat > /etc/systemd/system/app.service <<E\nE',
  ],
];
const script = fc
  .array(fc.tuple(fc.constantFrom(...COMMANDS), fc.constantFrom('\n', ' && ', ' || ', ' | ', ' & ')), {
    maxLength: 25,
  })
  .map((lines) =>
    lines.map(([command, joint]) => (command.includes('<<') ? `${command}\n` : command + joint)).join(''),
  );
const source = fc
  .tuple(script, fc.constantFrom('#!/bin/bash\n', '#!/bin/sh -e\n', '#cloud-boothook\n'))
  .map(([text, first]) => first + text);
const states = fc.array(fc.constantFrom(...NEED_STATES), { minLength: 1, maxLength: 12 });

const answersFrom = (list: readonly (typeof NEED_STATES)[number][]) => {
  let next = 0;
  return ({ kind }: BootNeed): NeedAnswer => {
    next += 1;
    // A boot mostly has metadata, or there would be no user data to look at.
    const state = kind === 'metadata' && next === 1 ? 'met' : (list[next % list.length] ?? 'met');
    return { state, reason: 'Because.' };
  };
};

function play(family: BootInput['family'], text: string, list: readonly (typeof NEED_STATES)[number][]) {
  const input = bootInput({ family });
  const plan = parseUserData(text, { platform: 'linux' });
  if (!plan.ok) throw new Error(plan.error.message);
  const full = { ...input, userData: plan.value };
  return {
    input: full,
    played: playBoot(full, (_thing, low, high) => low + ((high - low) >> 1), answersFrom(list)),
  };
}

describe('a boot with any script and any answers', () => {
  const any = fc.tuple(fc.constantFrom(...IMAGE_FAMILIES), source, states);

  it('goes through, accounts for its time and leaves nothing twice', () => {
    fc.assert(
      fc.property(any, ([family, text, list]) => {
        const { input, played } = play(family, text, list);
        const { state, entries } = played;
        const total = entries.reduce((sum, { outcome }) => sum + outcome.durationMs, 0);
        expect(state.elapsedMs).toBe(total);
        expect(Number.isInteger(total)).toBe(true);
        const ports = state.listening.map(({ protocol, port }) => `${protocol}/${port}`);
        expect(new Set(ports).size).toBe(ports.length);
        for (const { step, outcome } of entries) {
          expect(outcome.message).toMatch(/\S[.”…]$/);
          if (outcome.result === 'skipped') expect(outcome.effects).toEqual([]);
          if (outcome.result === 'failed' && step.needs.length > 0 && outcome.reason !== undefined)
            expect(outcome.message).toContain(outcome.reason);
        }
        const lines = consoleOutput({ input, startsAt: '2026-01-01T00:00:00Z', bootsAtMs: 0, entries });
        expect(lines.every((line) => !line.includes('\n') && !line.includes('undefined'))).toBe(true);
      }),
      { seed: 21, numRuns: 400 },
    );
  });

  it('ends the same each time, and its state is plain data', () => {
    fc.assert(
      fc.property(any, ([family, text, list]) => {
        const { played } = play(family, text, list);
        expect(play(family, text, list).played).toEqual(played);
        expect(JSON.parse(JSON.stringify(played.state))).toEqual(played.state);
      }),
      { seed: 22, numRuns: 150 },
    );
  });

  it('with all answers good and every command known fails nowhere but where the script itself does', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { played } = play('amazon-linux-2023', text, ['met']);
        for (const { step, outcome } of played.entries)
          if (outcome.result === 'failed')
            expect(step.label).toMatch(/apt-get|systemctl .*(httpd|nginx)|mkfs/);
      }),
      { seed: 23, numRuns: 300 },
    );
  });
});
