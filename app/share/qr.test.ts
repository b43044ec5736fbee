import { describe, expect, it } from 'vitest';
import { makeQr, MAX_QR_BYTES, MAX_QR_VERSION } from './qr';

/** The modules of a code as its path draws them. */
function modulesOf({ size, path }: { readonly size: number; readonly path: string }): readonly string[] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'));
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    rows[Number(y)]?.fill('#', Number(x), Number(x) + Number(width));
  return rows.map((row) => row.join(''));
}

const link = (characters: number): string => 'http://localhost:4173/#1.'.padEnd(characters, 'aZ9-_');

describe('a QR code', () => {
  it('holds a link of up to 1,273 characters, and none beyond', () => {
    expect(makeQr(link(MAX_QR_BYTES))?.version).toBe(MAX_QR_VERSION);
    expect(makeQr(link(MAX_QR_BYTES + 1))).toBeNull();
    expect(makeQr(link(40))?.version).toBeLessThan(5);
  });

  it('has a quiet zone of four modules, three finders and its timing pattern', () => {
    const code = makeQr(link(300));
    if (!code) throw new Error('It does not fit.');
    const rows = modulesOf(code);
    expect(code.size).toBe(17 + 4 * code.version + 8);
    for (const edge of [0, 1, 2, 3, code.size - 1, code.size - 4]) {
      expect(rows[edge]).not.toContain('#');
      expect(rows.every((row) => row[edge] === '.')).toBe(true);
    }
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
    const far = code.size - 4 - 7;
    expect([at(4, 4), at(far, 4), at(4, far)]).toEqual([finder, finder, finder]);
    const timing = rows[10]?.slice(12, code.size - 12);
    expect(timing).toBe('#.'.repeat(code.size).slice(0, timing?.length));
  });
});
