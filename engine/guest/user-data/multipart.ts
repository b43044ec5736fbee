/** A MIME multipart message as its parts. https://cloudinit.readthedocs.io/en/latest/explanation/format.html#mime-multi-part-archive */
import { decodeBase64, decodeUtf8 } from './encoding';

export interface MessagePart {
  readonly contentType: string;
  readonly name?: string;
  readonly text: string;
  /** Line of the whole text at which its text begins. */
  readonly line: number;
  /** Why its text can't be read. */
  readonly remark?: string;
}

/** More are left out. */
const MOST_PARTS = 64;

export const isMultipart = (text: string): boolean =>
  /^(Content-Type:\s*multipart\/|MIME-Version:)/i.test(text.slice(0, 200));

/** @returns `undefined` if the message names no boundary */
export function splitMultipart(text: string): readonly MessagePart[] | undefined {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const { headers, next } = readHeaders(lines, 0);
  const boundary = parameter(headers.get('content-type') ?? '', 'boundary');
  if (boundary === undefined) return undefined;
  const parts: MessagePart[] = [];
  let start = -1;
  for (let index = next; index <= lines.length && parts.length < MOST_PARTS; index += 1) {
    const line = lines[index]?.trimEnd();
    const ends = line === undefined || line === `--${boundary}--`;
    if (!ends && line !== `--${boundary}`) continue;
    if (start !== -1) parts.push(partOf(lines, start, index));
    if (ends) break;
    start = index + 1;
  }
  return parts;
}

function partOf(lines: readonly string[], from: number, to: number): MessagePart {
  const { headers, next } = readHeaders(lines, from);
  const type = headers.get('content-type') ?? 'text/plain';
  const name = parameter(headers.get('content-disposition') ?? '', 'filename') ?? parameter(type, 'name');
  const raw = lines.slice(next, to).join('\n');
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').trim().toLowerCase();
  const part = {
    contentType: (type.split(';')[0] ?? '').trim().toLowerCase(),
    ...(name !== undefined && { name }),
    line: next + 1,
  };
  if (encoding !== 'base64') return { ...part, text: raw };
  const bytes = decodeBase64(raw);
  const decoded = bytes && decodeUtf8(bytes);
  return decoded === null || decoded === undefined
    ? { ...part, text: '', remark: 'The part is not text, or not valid base64.' }
    : { ...part, text: decoded };
}

/** Headers up to the first empty line; one that begins with a space goes on with the line before. */
function readHeaders(lines: readonly string[], from: number): { headers: Map<string, string>; next: number } {
  const headers = new Map<string, string>();
  let last = '';
  let next = from;
  for (; next < lines.length && lines[next] !== ''; next += 1) {
    const line = lines[next] as string;
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== '')
      headers.set(last, `${(headers.get(last) ?? '').slice(0, 1000)} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      headers.set(last, line.slice(colon + 1).trim());
    }
  }
  return { headers, next: next + 1 };
}

function parameter(header: string, name: string): string | undefined {
  for (const part of header.split(';').slice(1)) {
    const equals = part.indexOf('=');
    if (equals === -1 || part.slice(0, equals).trim().toLowerCase() !== name) continue;
    const value = part.slice(equals + 1).trim();
    return value.startsWith('"') ? value.slice(1, value.endsWith('"') ? -1 : undefined) : value;
  }
  return undefined;
}
