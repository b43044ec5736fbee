import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from './budget';
import { parseUserData, USER_DATA_LIMIT_BYTES } from './parse-user-data';
import type { UserDataPlan } from './plan';

const LINUX = { platform: 'linux' } as const;

function plan(text: string, options: Parameters<typeof parseUserData>[1] = LINUX): UserDataPlan {
  const result = parseUserData(text, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const refusal = (text: string, options: Parameters<typeof parseUserData>[1] = LINUX) => {
  const result = parseUserData(text, options);
  return result.ok ? undefined : result.error;
};
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');

describe('the size of user data', () => {
  it('may be 16,384 bytes and not one more', () => {
    const script = `#!/bin/sh\n#${'x'.repeat(USER_DATA_LIMIT_BYTES - 11)}`;
    expect(script.length).toBe(16_384);
    expect(plan(script).sizeBytes).toBe(16_384);
    expect(refusal(`${script}x`)).toMatchObject({ reason: 'too-large' });
    expect(refusal(`${script}x`)?.message).toMatch(
      /^InvalidUserData\.Malformed: User data is limited to 16384 bytes\. This one has 16385 bytes\./,
    );
  });

  it('is counted in bytes of UTF-8, not in characters', () => {
    const text = `#!/bin/sh\n#${'ü'.repeat(8186)}`;
    expect(text.length).toBeLessThan(16_384);
    expect(plan(`${text}x`).sizeBytes).toBe(16_384);
    expect(refusal(`${text}xx`)?.reason).toBe('too-large');
    expect(plan('#!/bin/sh\n# 🙂').sizeBytes).toBe(Buffer.byteLength('#!/bin/sh\n# 🙂'));
  });

  it('is counted before base64', () => {
    const script = `#!/bin/sh\n#${'x'.repeat(USER_DATA_LIMIT_BYTES - 11)}`;
    expect(base64(script).length).toBeGreaterThan(16_384);
    expect(plan(base64(script), { ...LINUX, base64: true }).sizeBytes).toBe(16_384);
    expect(refusal(base64(`${script}x`), { ...LINUX, base64: true })?.reason).toBe('too-large');
  });
});

describe('user data that is no text', () => {
  it.each(['#!/bin/sh', 'a', 'ab=c', 'abcd=', '====', 'ab?='])('refuses %j as base64', (text) => {
    expect(refusal(text, { ...LINUX, base64: true })?.message).toMatch(
      /^InvalidUserData\.Malformed: Invalid BASE64 encoding of user data\./,
    );
  });

  it('refuses bytes that are not UTF-8, and control characters', () => {
    const bytes = Uint8Array.from([0x23, 0x21, 0xc0, 0x80]);
    expect(refusal(base64(bytes), { ...LINUX, base64: true })?.message).toContain('not text in UTF-8');
    expect(refusal('#!/bin/sh\n\0')?.message).toContain('character 11 is a control character (code 0)');
  });

  it('reads base64 as its text', () => {
    const text = '#!/bin/bash\necho grüße 🙂\n';
    expect(plan(base64(text), { ...LINUX, base64: true })).toEqual(plan(text));
  });

  it('shows gzip as not simulated', () => {
    const bytes = Uint8Array.from([0x1f, 0x8b, 8, 0, 0]);
    const gzip = plan(base64(bytes), { ...LINUX, base64: true });
    expect(gzip.kind).toBe('gzip');
    expect(gzip.parts[0]).toMatchObject({ kind: 'not-simulated', steps: [] });
  });
});

describe('the first line of user data', () => {
  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['#!/bin/bash\n', 'shell-script'],
    ['#cloud-config\n', 'cloud-config'],
    ['#cloud-boothook\n', 'boothook'],
    ['#include\nhttps://example.com/x\n', 'include'],
    ['MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b--\n', 'multipart'],
    ['## template: jinja\n#cloud-config\n', 'other'],
    ['echo hello\n', 'other'],
  ])('of %j makes it %s', (text, kind) => {
    expect(plan(text).kind).toBe(kind);
  });

  it('says why nothing runs that cloud-init does not know', () => {
    expect(plan('yum install -y httpd').parts[0]?.remark).toContain('A script begins with #!');
    expect(plan('#!/usr/bin/env python3\nprint(1)').parts[0]?.remark).toContain('not simulated');
  });

  it('may end as lines do on Windows', () => {
    const part = plan('#!/bin/bash\r\nyum install -y httpd\r\n').parts[0];
    expect(part?.steps[0]?.action).toMatchObject({ packages: ['httpd'] });
  });
});

describe('a multipart message', () => {
  const message = [
    'Content-Type: multipart/mixed; boundary="//"',
    'MIME-Version: 1.0',
    '',
    '--//',
    'Content-Type: text/cloud-config; charset="us-ascii"',
    'Content-Disposition: attachment; filename="cloud-config.txt"',
    '',
    '#cloud-config',
    'packages: [nginx]',
    '--//',
    'Content-Type: text/x-shellscript-per-boot',
    '',
    '#!/bin/bash',
    'echo again',
    '--//',
    'Content-Type: text/x-shellscript',
    'Content-Transfer-Encoding: base64',
    '',
    base64('#!/bin/sh\nyum install -y git\n'),
    '--//',
    'Content-Type: text/part-handler',
    '',
    'x',
    '--//--',
  ].join('\n');

  it('has parts of their own kind, each with its lines in the whole text', () => {
    const { parts } = plan(message);
    expect(parts.map(({ kind, frequency }) => `${kind} ${frequency}`)).toEqual([
      'cloud-config once-per-instance',
      'shell-script every-boot',
      'shell-script once-per-instance',
      'not-simulated once-per-instance',
    ]);
    expect(parts[0]).toMatchObject({ name: 'cloud-config.txt', line: 8 });
    expect(parts[0]?.steps[0]).toMatchObject({ line: 9, action: { packages: ['nginx'] } });
    expect(parts[1]?.steps[0]).toMatchObject({ line: 14, text: 'echo again' });
    expect(parts[2]?.steps[0]?.action).toMatchObject({ packages: ['git'] });
  });
});

describe('included addresses', () => {
  it('are fetched by cloud-init; what they bring is not known', () => {
    const steps = plan('#include\n# mine\nhttps://example.com/init.sh\n').parts[0]?.steps;
    expect(steps).toHaveLength(1);
    expect(steps?.[0]).toMatchObject({
      line: 3,
      needs: [{ kind: 'host', host: 'example.com', protocol: 'tcp', port: 443 }],
    });
  });
});

describe('hostile user data', () => {
  const START = fc.constantFrom(
    '',
    '#!/bin/bash\n',
    '#cloud-config\n',
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n',
    '<powershell>',
  );
  const LUMP = fc.constantFrom(
    ...[
      '$(',
      '`',
      '"',
      "'",
      '<<E\n',
      '((',
      'if ',
      'fi\n',
      '{',
      '}',
      '\n',
      ' && ',
      '|',
      '${A}',
      'A=$A$A\n',
      '- ',
      '  ',
      ': ',
    ],
    ...[
      '[',
      ']',
      '&a ',
      '*a',
      '|\n',
      '--b\n',
      'yum install ',
      'systemctl start ',
      '\\\n',
      '#',
      'x',
      '</powershell>',
      '\t',
      'é',
      '>',
    ],
  );
  const text = fc
    .tuple(START, fc.array(fc.oneof(LUMP, fc.string({ maxLength: 6 })), { maxLength: 300 }))
    .map(([start, lumps]) => start + lumps.join(''));

  it('never throws', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('linux' as const, 'windows' as const),
        fc.boolean(),
        (given, platform, coded) => {
          const result = parseUserData(given, { platform, base64: coded });
          if (!result.ok) expect(result.error.message).toMatch(/^InvalidUserData\.Malformed: /);
        },
      ),
      { seed: 11, numRuns: 1500 },
    );
  });

  it('costs work in proportion to its length', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('linux' as const, 'windows' as const), (given, platform) => {
        const budget = createBudget(Number.MAX_SAFE_INTEGER);
        parseUserData(given, { platform, budget });
        // Reading costs one per character, a substitution once more, a variable up to its 4,096 characters.
        const variables = given.split('$').length - 1;
        expect(budget.spent).toBeLessThanOrEqual(3 * given.length + 3 * variables * 4100);
      }),
      { seed: 12, numRuns: 800 },
    );
  });

  it('does not grow with variables that double', () => {
    const budget = createBudget();
    const doubling = `#!/bin/sh\nA=0123456789\n${'A=$A$A\n'.repeat(2000)}yum install -y $A\n`;
    const steps = plan(doubling, { ...LINUX, budget }).parts[0]?.steps ?? [];
    expect(budget.spent).toBeLessThan(2 * budget.limit);
    expect(steps.some(({ action }) => action.kind === 'install-packages')).toBe(false);
  });

  it('reads 16 KB of nesting and of one long line without harm', () => {
    for (const lump of ['$(', '[', '{', '- ', '((', 'if x; ', '"', '`', '<<', '&a [*a,', '${', 'a: '])
      for (const start of ['#!/bin/sh\n', '#cloud-config\n', '#cloud-config\nruncmd:\n - '])
        expect(plan(start + lump.repeat(Math.floor(16_000 / lump.length))).sizeBytes).toBeLessThanOrEqual(
          16_384,
        );
  });
});
