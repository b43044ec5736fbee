import { describe, expect, it } from 'vitest';
import { digestOf, pack, unpack } from './pack';

describe('pack', () => {
  it('gives back the text it was given, and takes less room for it', async () => {
    const text = JSON.stringify(
      Array.from({ length: 200 }, (_, id) => ({ id: `i-${id}`, name: 'Zürich 🗻' })),
    );
    const data = await pack(text);
    expect(data.how).toBe('deflate-raw');
    expect(data.bytes.length).toBeLessThan(text.length / 4);
    expect(await unpack(data)).toBe(text);
  });

  it('reads what was kept where nothing could be packed', async () => {
    expect(await unpack({ how: 'plain', bytes: new TextEncoder().encode('plain') })).toBe('plain');
  });

  it('tells texts apart by their digest', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'aa', `{"a":1}`, `{"a":2}`];
    expect(new Set(texts.map(digestOf)).size).toBe(texts.length);
    expect(digestOf('again')).toBe(digestOf('again'));
  });
});
