/** JSON text of unknown origin as values: one document, or several one after another as `cat *.json` makes them. */
import { parseJson } from '../../model/json';
import { ok, type Failure, type Result } from '../../model/result';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = [91, 123];
const CLOSE = [93, 125];

/**
 * @param name what the text is called in messages.
 * @returns the top-level values; fails with `too-deep`, `too-large`, `invalid` or `not-json`, naming file, line and column.
 */
export function readJson(name: string, text: string): Result<readonly unknown[]> {
  const whole = parseJson(text);
  if (whole.ok) return ok([whole.value]);
  if (whole.error.reason !== 'not-json') return named(name, whole.error);
  const parts = topLevelParts(text);
  if (parts.length < 2) return named(name, whole.error);
  const values: unknown[] = [];
  for (const part of parts) {
    const value = parseJson(part);
    if (!value.ok) return named(name, whole.error);
    values.push(value.value);
  }
  return ok(values);
}

const named = (name: string, error: Failure): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: {
    reason: error.reason,
    message: `${name}: ${error.message}`,
    where: error.where === undefined ? name : `${name}, ${error.where}`,
  },
});

/** Objects and arrays with nothing but space or commas between them; none if there is anything else. */
function topLevelParts(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (OPEN.includes(code)) {
      if (depth === 0) {
        if (/[^\s,\ufeff]/.test(text.slice(end, at))) return [];
        start = at;
      }
      depth += 1;
    } else if (CLOSE.includes(code)) {
      depth -= 1;
      if (depth > 0) continue;
      end = at + 1;
      parts.push(text.slice(start, end));
    }
  }
  return text.slice(end).trim() === '' ? parts : [];
}

/** Index of the closing quote of the string that opens at `open`. */
function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}
