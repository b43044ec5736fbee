/**
 * User data as a plan. What EC2 refuses is refused with its error; what the playground does not know becomes a
 * step that says so. Nothing is ever run.
 */
import { fail, ok, type Failure, type Result } from '../../model/result';
import { needsOf, notSimulated } from './actions';
import { createBudget, type Budget } from './budget';
import { readCloudConfig } from './cloud-config/read-cloud-config';
import { fetchUrl } from './commands/transfers';
import { decodeBase64, decodeUtf8, firstControlCharacter, utf8Length } from './encoding';
import { isMultipart, splitMultipart, type MessagePart } from './multipart';
import { stepText, type Frequency, type GuestPlatform, type UserDataPart, type UserDataPlan } from './plan';
import { readShell } from './shell/read-shell';
import { readWindows } from './windows/sections';

/** 16 KB before base64: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html */
export const USER_DATA_LIMIT_BYTES = 16_384;

export interface UserDataOptions {
  readonly platform: GuestPlatform;
  /** The text is base64, as the API takes it. */
  readonly base64?: boolean;
  /** Counts the work; made here if nothing is given. */
  readonly budget?: Budget;
}

/**
 * @returns the plan; a Failure `too-large` or `invalid` whose message begins with EC2's error code
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html)
 */
export function parseUserData(text: string, options: UserDataOptions): Result<UserDataPlan, Failure> {
  const { platform, base64 = false, budget = createBudget() } = options;
  // Longer than any text within the limit can be; not even looked at.
  if (text.length > USER_DATA_LIMIT_BYTES * 2) return tooLarge(text.length, 'characters');
  if (!base64) {
    const sizeBytes = utf8Length(text);
    return sizeBytes > USER_DATA_LIMIT_BYTES
      ? tooLarge(sizeBytes, 'bytes')
      : readText(text, sizeBytes, platform, budget);
  }
  const bytes = decodeBase64(text);
  if (!bytes)
    return malformed(
      'Invalid BASE64 encoding of user data. Base64 consists of A-Z, a-z, 0-9, + and /, in groups of four.',
    );
  if (bytes.length > USER_DATA_LIMIT_BYTES) return tooLarge(bytes.length, 'bytes');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return ok(gzip(platform, bytes.length));
  const decoded = decodeUtf8(bytes);
  if (decoded === null)
    return malformed('User data is not text in UTF-8. Give a script, a cloud-config or another text.');
  return readText(decoded, bytes.length, platform, budget);
}

const tooLarge = (size: number, unit: string) =>
  fail(
    'too-large',
    `InvalidUserData.Malformed: User data is limited to ${USER_DATA_LIMIT_BYTES} bytes. This one has ${size} ${unit}. Put the larger part into a bucket and fetch it from there.`,
  );
const malformed = (sentence: string) => fail('invalid', `InvalidUserData.Malformed: ${sentence}`);

function gzip(platform: GuestPlatform, sizeBytes: number): UserDataPlan {
  const remark = 'The user data is compressed with gzip. cloud-init unpacks it; here it is not simulated.';
  const part = { kind: 'not-simulated', line: 1, frequency: 'once-per-instance', remark, steps: [] } as const;
  return { platform, kind: 'gzip', sizeBytes, parts: [part] };
}

function readText(
  given: string,
  sizeBytes: number,
  platform: GuestPlatform,
  budget: Budget,
): Result<UserDataPlan, Failure> {
  const control = firstControlCharacter(given);
  if (control !== -1)
    return malformed(
      `User data has to be text: character ${control + 1} is a control character (code ${given.charCodeAt(control)}). Give binary data as base64.`,
    );
  // cloud-init turns the line ends of Windows into its own; a mark at the beginning is no text.
  const text = given.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const plan = { platform, sizeBytes };
  if (text.trim() === '') return ok({ ...plan, kind: 'empty', parts: [] });
  if (platform === 'windows') {
    const parts = readWindows(text, budget);
    if (parts) return ok({ ...plan, kind: 'windows-script', parts });
    const remark = text.startsWith('version:')
      ? 'Tasks of EC2Launch v2 in YAML are not simulated; <powershell> and <script> are.'
      : 'EC2Launch runs nothing of this: a script stands between <powershell> or <script> tags.';
    return ok({ ...plan, kind: 'other', parts: [unread(1, remark)] });
  }
  if (isMultipart(text)) {
    const parts = splitMultipart(text);
    if (parts)
      return ok({ ...plan, kind: 'multipart', parts: parts.map((part) => messagePart(part, budget)) });
    return ok({
      ...plan,
      kind: 'multipart',
      parts: [unread(1, 'The message names no boundary between its parts.')],
    });
  }
  const kind = kindOf(text);
  return ok({ ...plan, kind, parts: [readPart(kind, { text, line: 1 }, budget)] });
}

type SingleKind = 'shell-script' | 'cloud-config' | 'boothook' | 'include' | 'other';

function kindOf(text: string): SingleKind {
  if (text.startsWith('#!')) return 'shell-script';
  const first = (text.split('\n', 1)[0] ?? '').trimEnd();
  if (first.startsWith('#cloud-config') && !first.startsWith('#cloud-config-')) return 'cloud-config';
  if (first.startsWith('#cloud-boothook')) return 'boothook';
  return first === '#include' || first === '#include-once' ? 'include' : 'other';
}

interface Source {
  readonly text: string;
  readonly line: number;
  readonly name?: string;
}

function readPart(kind: SingleKind, source: Source, budget: Budget, often?: Frequency): UserDataPart {
  const { text, line } = source;
  const place = { ...(source.name !== undefined && { name: source.name }), line };
  switch (kind) {
    case 'cloud-config':
      return readCloudConfig(source, budget);
    case 'shell-script':
    case 'boothook': {
      const hook = kind === 'boothook';
      const frequency = often ?? (hook ? 'every-boot' : 'once-per-instance');
      const first = text.split('\n', 1)[0] ?? '';
      if (!hook && !/^#!\s*(\S*\/)?(env\s+)?(ba|da|k|z)?sh\b/.test(first))
        return {
          kind,
          ...place,
          frequency,
          remark: `Scripts for ${stepText(first.slice(2))} are not simulated.`,
          steps: [],
        };
      const exitOnFailure = /\s-[a-z]*e/.test(first) && !hook;
      const stage = hook ? 'network' : 'final';
      return { kind, ...place, frequency, steps: readShell({ text, line, stage, exitOnFailure }, budget) };
    }
    case 'include':
      return { kind, ...place, frequency: 'once-per-instance', steps: includes(source) };
    case 'other':
      return unread(line, otherRemark(text), source.name);
  }
}

/** Each address is fetched; what comes back is not known. */
function includes({ text, line }: Source): UserDataPart['steps'] {
  return text.split('\n').flatMap((raw, index) => {
    const url = raw.trim();
    if (url === '' || url.startsWith('#')) return [];
    const action = fetchUrl('cloud-init', url, { attempts: 1 }) ?? notSimulated('This is no address.');
    const step = {
      line: line + index,
      text: stepText(url),
      stage: 'network' as const,
      runsIf: 'always' as const,
    };
    return [{ ...step, action, needs: needsOf(action), onFailure: 'continue' as const }];
  });
}

function otherRemark(text: string): string {
  if (text.startsWith('## template:')) return 'Templates (jinja) are not simulated.';
  if (text.startsWith('#part-handler')) return 'Part handlers are not simulated.';
  if (text.startsWith('#cloud-config-archive')) return 'Archives of cloud-configs are not simulated.';
  return `cloud-init does not know this kind: the first line is “${stepText(text).slice(0, 60)}”. A script begins with #!, a cloud-config with #cloud-config.`;
}

const unread = (line: number, remark: string, name?: string): UserDataPart => ({
  kind: 'not-simulated',
  ...(name !== undefined && { name }),
  line,
  frequency: 'once-per-instance',
  remark,
  steps: [],
});

const CONTENT_TYPES: Readonly<Record<string, { readonly kind: SingleKind; readonly often?: Frequency }>> = {
  'text/x-shellscript': { kind: 'shell-script' },
  'text/x-shellscript-per-boot': { kind: 'shell-script', often: 'every-boot' },
  'text/x-shellscript-per-instance': { kind: 'shell-script' },
  'text/x-shellscript-per-once': { kind: 'shell-script' },
  'text/cloud-config': { kind: 'cloud-config' },
  'text/cloud-boothook': { kind: 'boothook' },
  'text/x-include-url': { kind: 'include' },
  'text/x-include-once-url': { kind: 'include' },
};

function messagePart(part: MessagePart, budget: Budget): UserDataPart {
  if (part.remark !== undefined) return unread(part.line, part.remark, part.name);
  // Plain text is taken for what its first line says.
  const known =
    part.contentType === 'text/plain' ? { kind: kindOf(part.text) } : CONTENT_TYPES[part.contentType];
  if (!known)
    return unread(part.line, `Parts of type ${part.contentType.slice(0, 60)} are not simulated.`, part.name);
  return readPart(known.kind, part, budget, known.often);
}
