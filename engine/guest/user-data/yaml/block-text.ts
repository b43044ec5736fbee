/** A text over several lines: `|` keeps the lines, `>` joins them. */
import type { YamlLine, YamlNode } from './node';
import { YamlStop } from './stop';

/** @param header what stands on the line of the key: `|`, `>-`, `|2` … */
export function readBlockText(
  lines: readonly YamlLine[],
  from: number,
  indent: number,
  header: string,
  line: number,
): { readonly node: YamlNode; readonly end: number } {
  const match = /^([|>])([-+]?)([1-9]?)([-+]?)\s*(?:#.*)?$/.exec(header);
  if (!match)
    throw new YamlStop(line, `${header.slice(0, 20)} is no way to begin a text over several lines.`);
  const folded = match[1] === '>';
  const keep = match[2] === '+' || match[4] === '+';
  const strip = match[2] === '-' || match[4] === '-';
  let left = match[3] ? indent + Number(match[3]) : 0;
  const content: string[] = [];
  let end = from;
  for (; end < lines.length; end += 1) {
    const { raw, text, indent: own } = lines[end] as YamlLine;
    if (text === '') {
      content.push('');
      continue;
    }
    if (own <= indent) break;
    if (left === 0) left = own;
    if (own < left) break;
    content.push(raw.slice(left));
  }
  while (!keep && content.at(-1) === '') content.pop();
  const body = folded ? fold(content) : content.join('\n');
  const text = body === '' || strip ? body : `${body}\n`;
  return { node: { type: 'scalar', text, quoted: true, line: from < lines.length ? line + 1 : line }, end };
}

/** One line break becomes a space, an empty line a line break. */
function fold(lines: readonly string[]): string {
  const parts: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (index > 0) parts.push(line === '' || line.startsWith(' ') ? '\n' : before === '' ? '' : ' ');
    parts.push(line);
  });
  return parts.join('');
}
