/**
 * The part of YAML in which cloud-config is written: block mappings and lists, values on one line, texts over
 * several lines with | and >, comments. No anchors, aliases, tags or several documents: a text with those is
 * refused with its line, so that nothing grows when it is read.
 */
import { spend, type Budget } from '../budget';
import { readBlockText } from './block-text';
import { readInline, readQuoted } from './flow';
import { emptyScalar, type YamlLine, type YamlNode, type YamlResult } from './node';
import { YamlStop } from './stop';

/** Deepest nesting of blocks. */
const DEEPEST = 24;

/** @param firstLine the line of the whole text at which it begins */
export function readYaml(text: string, firstLine: number, budget: Budget): YamlResult {
  if (!spend(budget, text.length))
    return { ok: false, error: { line: firstLine, message: 'The text takes too much work to read.' } };
  try {
    return { ok: true, value: readDocument(linesOf(text, firstLine), firstLine) };
  } catch (stop) {
    if (stop instanceof YamlStop) return { ok: false, error: { line: stop.line, message: stop.message } };
    throw stop;
  }
}

function linesOf(text: string, firstLine: number): YamlLine[] {
  return text.split('\n').map((line, index) => {
    const raw = line.replace(/\r$/, '');
    const content = raw.trimStart();
    return { indent: raw.length - content.length, text: content.trimEnd(), raw, number: firstLine + index };
  });
}

function readDocument(lines: YamlLine[], firstLine: number): YamlNode {
  let next = 0;

  /** The next line that says something; `undefined` at the end. */
  function peek(): YamlLine | undefined {
    for (;;) {
      const line = lines[next];
      if (!line) return undefined;
      if (line.text === '' || line.text.startsWith('#')) next += 1;
      else if (line.text === '---' && line.indent === 0) next += 1;
      else if (line.text === '...' && line.indent === 0) next = lines.length;
      else return line;
    }
  }

  function block(indent: number, depth: number): YamlNode {
    const line = peek();
    if (!line || line.indent < indent) return emptyScalar(line?.number ?? firstLine);
    if (depth > DEEPEST) throw new YamlStop(line.number, `Blocks are nested more than ${DEEPEST} deep.`);
    const tab = line.raw.slice(0, line.indent).includes('\t');
    if (tab) throw new YamlStop(line.number, 'A line is indented with a tab; YAML takes spaces only.');
    if (isItem(line.text)) return sequence(line.indent, depth);
    if (keyEnd(line) !== -1) return mapping(line.indent, depth);
    next += 1;
    return readInline(line.text, line.number);
  }

  function sequence(indent: number, depth: number): YamlNode {
    const items: YamlNode[] = [];
    const start = peek()?.number ?? firstLine;
    for (let line = peek(); line && line.indent === indent && isItem(line.text); line = peek())
      items.push(item(line, depth));
    checkEnd(indent);
    return { type: 'sequence', items, line: start };
  }

  /** What stands behind a `- `: a value, or a block that begins on the same line. */
  function item(line: YamlLine, depth: number): YamlNode {
    const inside = line.text.slice(1).trimStart();
    const indent = line.indent + (line.text.length - inside.length);
    const opens = isItem(inside) || keyEnd({ ...line, text: inside }) !== -1;
    if (inside !== '' && !inside.startsWith('#') && opens && depth < DEEPEST) {
      // The rest of the line is the first line of an inner block.
      const inner = `${' '.repeat(indent)}${inside}`;
      lines[next] = { ...line, indent, text: inside, raw: inner };
      return block(indent, depth + 1);
    }
    next += 1;
    return value(inside, line, line.indent, depth);
  }

  function mapping(indent: number, depth: number): YamlNode {
    const entries: { key: string; line: number; value: YamlNode }[] = [];
    const start = peek()?.number ?? firstLine;
    for (let line = peek(); line && line.indent === indent && !isItem(line.text); line = peek()) {
      const end = keyEnd(line);
      if (end === -1)
        throw new YamlStop(line.number, `${line.text.slice(0, 40)} is neither a key nor a list item.`);
      next += 1;
      const written = line.text.slice(0, end).trim();
      const quoted = written.startsWith('"') || written.startsWith("'");
      const key = quoted ? readQuoted(written, 0, line.number).value : written;
      const inside = line.text.slice(end + 1).trimStart();
      entries.push({ key, line: line.number, value: value(inside, line, indent, depth, true) });
    }
    checkEnd(indent);
    return { type: 'mapping', entries, line: start };
  }

  /** @param ofKey a list under a key may stand as far left as the key itself */
  function value(inside: string, line: YamlLine, indent: number, depth: number, ofKey = false): YamlNode {
    if (/^[|>]/.test(inside)) {
      const text = readBlockText(lines, next, indent, inside, line.number);
      next = text.end;
      return text.node;
    }
    if (inside !== '' && !inside.startsWith('#')) {
      const node = readInline(inside, line.number);
      const after = peek();
      if (after && after.indent > indent)
        throw new YamlStop(
          after.number,
          'A value goes on in the next line; texts over several lines take | or >.',
        );
      return node;
    }
    const after = peek();
    if (!after || after.indent < indent) return emptyScalar(line.number);
    if (after.indent === indent)
      return ofKey && isItem(after.text) ? sequence(indent, depth + 1) : emptyScalar(line.number);
    return block(indent + 1, depth + 1);
  }

  function checkEnd(indent: number): void {
    const line = peek();
    if (line && line.indent > indent)
      throw new YamlStop(line.number, 'The line is indented more than the block that it belongs to.');
  }

  const document = block(0, 0);
  const rest = peek();
  if (rest)
    throw new YamlStop(rest.number, `${rest.text.slice(0, 40)} does not belong to the block before it.`);
  return document;
}

const isItem = (text: string): boolean => text === '-' || text.startsWith('- ');

/** Where the colon behind a key stands; -1 if the line holds none. */
function keyEnd({ text, number }: Pick<YamlLine, 'text' | 'number'>): number {
  const first = text.charAt(0);
  if (first === '"' || first === "'") {
    const { end } = readQuoted(text, 0, number);
    const rest = text.slice(end);
    const colon = rest.length - rest.trimStart().length;
    return rest.charAt(colon) === ':' ? end + colon : -1;
  }
  if ('[{&*!|>@`#'.includes(first)) return -1;
  if (first === '?' && text.charAt(1) === ' ')
    throw new YamlStop(number, 'Keys that are not a single text (?) are not simulated.');
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    const after = text.charAt(at + 1);
    if (after === '' || after === ' ' || after === '\t') return text.slice(0, at).includes(' #') ? -1 : at;
  }
  return -1;
}
