import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const APP = new URL('../', import.meta.url);
/** Attributes that somebody reads or hears. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);

/** Words in the markup itself rather than in app/strings. */
function wordsIn(source: string): readonly string[] {
  const found: string[] = [];
  const hasWord = (text: string) => /\p{L}{2}/u.test(text);
  const file = ts.createSourceFile('x.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWord(node.text)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      const inAttribute = ts.isJsxAttribute(node.parent);
      if (!inAttribute && hasWord(node.expression.text)) found.push(node.expression.text);
    }
    if (ts.isJsxAttribute(node) && node.initializer && SPOKEN.has(node.name.getText(file))) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value))) {
        const text = ts.isTemplateExpression(value)
          ? [value.head.text, ...value.templateSpans.map((span) => span.literal.text)].join(' ')
          : value.text;
        if (hasWord(text)) found.push(text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('texts of the interface', () => {
  it('stand in app/strings, none in a component', () => {
    const files = readdirSync(fileURLToPath(APP), { recursive: true, encoding: 'utf8' });
    const found = files
      .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
      .flatMap((file) =>
        wordsIn(readFileSync(new URL(file, APP), 'utf8')).map((words) => `${file}: ${words}`),
      );
    expect(found).toEqual([]);
  });

  it('are seen as text of an element, as an expression and in a spoken attribute', () => {
    expect(wordsIn('<p>Save it</p>')).toEqual(['Save it']);
    expect(wordsIn("<p>{'Save it'}</p>")).toEqual(['Save it']);
    expect(wordsIn('<button title="Save it" />')).toEqual(['Save it']);
    expect(wordsIn('<button aria-label={`Save ${name}`} />')).toHaveLength(1);
    expect(wordsIn('<p className="bold">{text.save} ×</p>')).toEqual([]);
  });
});
