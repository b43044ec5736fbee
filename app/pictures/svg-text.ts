/** SVG as text. Every value is escaped here and nowhere else: names in a document are hostile. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** XML has no way to write these, not even escaped: control characters and halves of a surrogate pair. */
function isUnwritable(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  return (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
}

export const escapeXml = (text: string): string =>
  Array.from(text, (letter) =>
    isUnwritable(letter.codePointAt(0) ?? 0) ? '\ufffd' : (ESCAPES[letter] ?? letter),
  ).join('');

/** Numbers in canvas pixels, to a tenth. */
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escapeXml(value);

/** @param inside elements that are already SVG text. */
export function tag(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${written(value)}"`))
    .join('');
  return inside.length === 0 ? `<${name}${given}/>` : `<${name}${given}>${inside.join('')}</${name}>`;
}

/** @param content plain text. */
export const textTag = (attributes: Attributes, content: string): string =>
  tag('text', attributes, escapeXml(content));
