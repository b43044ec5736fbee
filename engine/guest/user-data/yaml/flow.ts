/** Values on one line: plain, in quotes, `[a, b]` and `{a: b}`. */
import type { YamlNode } from './node';
import { YamlStop } from './stop';

/** Deepest nesting of `[` and `{`. */
const DEEPEST = 16;

/** @throws YamlStop */
export function readInline(text: string, line: number): YamlNode {
  const first = text.charAt(0);
  if (first === '&' || first === '*')
    throw new YamlStop(line, 'Anchors and aliases (& and *) are not simulated: write the value out.');
  if (first === '!') throw new YamlStop(line, 'Tags (!) are not simulated.');
  if (first === '@' || first === '`') throw new YamlStop(line, `A value can’t begin with ${first}.`);
  if (first === '[' || first === '{') {
    const reader = flowReader(text, line);
    const node = reader.value(0);
    reader.end();
    return node;
  }
  if (first === '"' || first === "'") {
    const { value, end } = readQuoted(text, 0, line);
    const rest = text.slice(end).trim();
    if (rest !== '' && !rest.startsWith('#'))
      throw new YamlStop(line, `Behind the closing quote stands ${rest.slice(0, 20)}.`);
    return { type: 'scalar', text: value, quoted: true, line };
  }
  return { type: 'scalar', text: withoutComment(text), quoted: false, line };
}

/** A `#` behind a space begins a comment. */
export function withoutComment(text: string): string {
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1))
    if (at === 0 || text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\t')
      return text.slice(0, at).trimEnd();
  return text.trimEnd();
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', e: '\u001b' };

/** A text in quotes on one line. @throws YamlStop */
export function readQuoted(text: string, from: number, line: number): { value: string; end: number } {
  const quote = text.charAt(from);
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === quote) {
      if (quote === "'" && text.charAt(at + 1) === "'") {
        value += "'";
        at += 1;
      } else return { value, end: at + 1 };
    } else if (character === '\\' && quote === '"') {
      const next = text.charAt(at + 1);
      value += ESCAPES[next] ?? next;
      at += 1;
    } else value += character;
  }
  throw new YamlStop(line, 'A quote is not closed on its line; texts over several lines take | or >.');
}

function flowReader(text: string, line: number) {
  let at = 0;
  const spaces = (): void => {
    while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  };
  const stop = (message: string): never => {
    throw new YamlStop(line, message);
  };

  function value(depth: number): YamlNode {
    if (depth > DEEPEST) stop(`Lists and mappings are nested more than ${DEEPEST} deep.`);
    spaces();
    const first = text.charAt(at);
    if (first === '[') return sequence(depth);
    if (first === '{') return mapping(depth);
    return { type: 'scalar', ...scalar(',]}'), line };
  }

  function sequence(depth: number): YamlNode {
    const items: YamlNode[] = [];
    at += 1;
    for (spaces(); text.charAt(at) !== ']'; spaces()) {
      if (at >= text.length) stop('A list [ … ] is not closed on its line.');
      items.push(value(depth + 1));
      comma(']');
    }
    at += 1;
    return { type: 'sequence', items, line };
  }

  function mapping(depth: number): YamlNode {
    const entries: { key: string; line: number; value: YamlNode }[] = [];
    at += 1;
    for (spaces(); text.charAt(at) !== '}'; spaces()) {
      if (at >= text.length) stop('A mapping { … } is not closed on its line.');
      const { text: key } = scalar(':,}');
      spaces();
      const colon = text.charAt(at) === ':';
      if (colon) at += 1;
      entries.push({
        key,
        line,
        value: colon ? value(depth + 1) : { type: 'scalar', text: '', quoted: false, line },
      });
      comma('}');
    }
    at += 1;
    return { type: 'mapping', entries, line };
  }

  function comma(closer: string): void {
    spaces();
    if (text.charAt(at) === ',') at += 1;
    else if (at < text.length && text.charAt(at) !== closer) stop(`A comma or ${closer} is missing.`);
  }

  function scalar(until: string): { text: string; quoted: boolean } {
    if (text.charAt(at) === '"' || text.charAt(at) === "'") {
      const quoted = readQuoted(text, at, line);
      at = quoted.end;
      return { text: quoted.value, quoted: true };
    }
    if ('&*!'.includes(text.charAt(at) || ' ')) stop('Anchors, aliases and tags are not simulated.');
    const start = at;
    while (at < text.length && !until.includes(text.charAt(at))) at += 1;
    return { text: text.slice(start, at).trim(), quoted: false };
  }

  return {
    value,
    end(): void {
      const rest = text.slice(at).trim();
      if (rest !== '' && !rest.startsWith('#'))
        stop(`Behind the closing bracket stands ${rest.slice(0, 20)}.`);
    },
  };
}
