/** JSON text of unknown origin as values: one document or several one after another, with a depth limit and a place for errors. */
import { fail, ok, type Result } from '../../model/result';
import { MAX_JSON_DEPTH } from './limits';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

interface Outline {
  readonly depth: number;
  /** Where each top-level object or array begins and ends. */
  readonly parts: readonly (readonly [number, number])[];
}

/**
 * Reads one JSON text, or several objects and arrays one after another as `cat *.json` makes them.
 * @param name what the text is called in messages.
 * @returns the top-level values; fails with `too-deep` or `not-json`, naming line and column.
 */
export function readJson(name: string, text: string): Result<readonly unknown[]> {
  const outline = outlineOf(text);
  if (outline.depth > MAX_JSON_DEPTH)
    return fail(
      'too-deep',
      `${name} is nested more than ${MAX_JSON_DEPTH} levels deep; AWS output never is. Give the output as AWS printed it.`,
      name,
    );
  const whole = parse(text);
  if (whole.ok) return ok([whole.value]);
  if (text.trim() === '') return fail('not-json', `${name} is empty; expected JSON.`, name);
  if (outline.parts.length > 1 && onlySpaceBetween(text, outline.parts)) {
    const values: unknown[] = [];
    for (const [start, end] of outline.parts) {
      const part = parse(text.slice(start, end));
      if (!part.ok) return notJson(name, text, start + (part.offset ?? 0));
      values.push(part.value);
    }
    return ok(values);
  }
  return notJson(name, text, whole.offset);
}

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly offset: number | undefined };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) };
  } catch (error) {
    // Browsers word it differently; V8 gives the offset.
    const offset = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    return { ok: false, offset: offset === undefined ? undefined : Number(offset) };
  }
}

function notJson(name: string, text: string, offset: number | undefined): ReturnType<typeof fail> {
  if (offset === undefined) return fail('not-json', `${name} is not valid JSON.`, name);
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return fail(
    'not-json',
    `${name} is not valid JSON: it breaks off or goes wrong at line ${line}, column ${column}.`,
    `${name}:${line}:${column}`,
  );
}

/** One pass without recursion, so that no nesting can exhaust the stack. */
function outlineOf(text: string): Outline {
  let depth = 0;
  let deepest = 0;
  let start = 0;
  const parts: (readonly [number, number])[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (depth === 0) start = at;
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) parts.push([start, at + 1]);
    }
  }
  return { depth: deepest, parts };
}

/** Index of the closing quote of the string that opens at `open`. */
function endOfString(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}

function onlySpaceBetween(text: string, parts: Outline['parts']): boolean {
  let at = 0;
  for (const [start, end] of parts) {
    if (/[^\s,\ufeff]/.test(text.slice(at, start))) return false;
    at = end;
  }
  return text.slice(at).trim() === '';
}
