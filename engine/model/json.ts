/** JSON text from outside: parsed without recursion limits to fall over, refused with line and column. */
import { fail, ok, type Result } from './result';

export interface JsonLimits {
  /** UTF-16 code units of text; more is refused unread. */
  readonly maxLength: number;
  /** Lists and objects inside one another. */
  readonly maxDepth: number;
}

/** Files: 256 MB of text, 64 levels. */
export const FILE_LIMITS: JsonLimits = { maxLength: 256_000_000, maxDepth: 64 };

/**
 * @returns the value; fails with `too-large`, `not-json` (line and column), `too-deep`, or `invalid` for a
 * property called `__proto__`, which no document of ours and no AWS output has.
 */
export function parseJson(text: string, limits: JsonLimits = FILE_LIMITS): Result<unknown> {
  if (text.length > limits.maxLength)
    return fail(
      'too-large',
      `This text has ${text.length} characters; ${limits.maxLength} is the most that is read.`,
    );
  let value: unknown;
  try {
    // A byte order mark is legal at the start of a file and not in JSON.
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    const offset = findJsonError(text);
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    const found = offset >= text.length ? 'the text ends there' : `found ${show(text.charAt(offset))}`;
    const where = `line ${line}, column ${column}`;
    return fail('not-json', `This is not JSON: something is wrong at ${where} (${found}).`, where);
  }
  return inspectJson(value, limits.maxDepth);
}

/** Refuses what is nested too deep and what could reach a prototype. */
export function inspectJson(value: unknown, maxDepth: number): Result<unknown> {
  const found = faultInside(value, maxDepth);
  if (found === 'too-deep')
    return fail('too-deep', `This is nested more than ${maxDepth} levels deep; that is the limit.`);
  if (found === 'prototype')
    return fail('invalid', 'A property is called "__proto__"; that name is not allowed anywhere.');
  return ok(value);
}

/** Calls itself `levels` times at most: that many the call stack always has room for. */
function faultInside(value: unknown, levels: number): 'too-deep' | 'prototype' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return 'too-deep';
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) {
      const fault = faultInside(item, levels - 1);
      if (fault) return fault;
    }
    return undefined;
  }
  // Many times as fast as Object.values: no list is made of what is only looked at.
  for (const key in value) {
    if (key === '__proto__') return 'prototype';
    const child = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof child !== 'object' || child === null) continue;
    const fault = faultInside(child, levels - 1);
    if (fault) return fault;
  }
  return undefined;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// No control characters: JSON strings hold none below U+0020.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** Offset of the first character that JSON does not allow: the engines' own messages differ and often lack it. */
function findJsonError(text: string): number {
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match) offset += match[0].length;
    return match !== null;
  };
  const open: string[] = [];
  let expects: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'next' = 'value';
  for (;;) {
    skip(SPACE);
    const next = text.charAt(offset);
    if (expects === 'next') {
      const inside = open.at(-1);
      if (inside === undefined || next === '') return offset;
      if (next === inside) open.pop();
      else if (next === ',') expects = inside === '}' ? 'key' : 'value';
      else return offset;
      offset += 1;
    } else if (expects === 'key' || expects === 'key-or-end') {
      if (expects === 'key-or-end' && next === '}') {
        open.pop();
        offset += 1;
        expects = 'next';
        continue;
      }
      if (!skip(STRING)) return offset;
      skip(SPACE);
      if (text.charAt(offset) !== ':') return offset;
      offset += 1;
      expects = 'value';
    } else if (next === ']' && expects === 'value-or-end') {
      open.pop();
      offset += 1;
      expects = 'next';
    } else if (next === '{') {
      open.push('}');
      offset += 1;
      expects = 'key-or-end';
    } else if (next === '[') {
      open.push(']');
      offset += 1;
      expects = 'value-or-end';
    } else {
      if (!(next === '"' ? skip(STRING) : skip(SCALAR))) return offset;
      expects = 'next';
    }
  }
}

const show = (character: string): string => JSON.stringify(character);
