import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../testing/network';
import { makeLink } from '../../share/link';
import { openInput } from '../open';
import { embedInPng, isPng, linkInPng } from './png';
import { embedInSvg, isSvg, linkInSvg } from './svg';

/** One transparent pixel. */
const PIXEL_HEX =
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d494441' +
  '5478da636460f85f0f0002870180eb47ba920000000049454e44ae426082';
const PIXEL = Uint8Array.from(PIXEL_HEX.match(/../g) ?? [], (byte) => parseInt(byte, 16));
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>x</title></svg>';
const document = networkOf({ vpcs: 1, zones: 1, tiers: ['public', 'data'], instancesPerSubnet: 1 });
const link = makeLink(document);

const open = (name: string, text: string) => openInput([{ name, text }]);

describe('a document inside a picture', () => {
  it('comes back from a PNG, which stays a PNG', () => {
    const made = embedInPng(PIXEL, link);
    expect(isPng(made)).toBe(true);
    expect(linkInPng(made)).toBe(link);
    expect(made.length).toBeGreaterThan(PIXEL.length + link.length);
    expect(linkInPng(PIXEL)).toBe(null);
  });

  it('has a checksum that readers of PNG accept', () => {
    // Of the chunk type and data, as the specification has it; this one was computed elsewhere.
    const made = embedInPng(PIXEL, '0.A');
    const at = made.length - CHUNK_OF_END - 4;
    expect(new DataView(made.buffer).getUint32(at)).toBe(0xfca2ec26);
  });

  it('comes back from an SVG, and opens as the document it was', () => {
    const made = embedInSvg(SVG, link);
    expect(isSvg(made)).toBe(true);
    expect(linkInSvg(made)).toBe(link);
    const opened = open('shop.svg', made);
    expect(opened.ok && opened.value.document).toEqual(document);
    // As a drawing program may leave it.
    const edited = `<?xml version="1.0"?>\n${made.replace(link, `\n  ${link}\n`)}`;
    expect(open('shop.svg', edited)).toMatchObject({ ok: true });
  });

  it('that has none is refused in one sentence', () => {
    const refused = open('cat.svg', SVG);
    expect(refused).toMatchObject({ ok: false });
    expect(!refused.ok && refused.error.message).toContain('cat.svg is a picture without a document inside');
    const two = openInput([
      { name: 'a.svg', text: embedInSvg(SVG, link) },
      { name: 'b.json', text: '{}' },
    ]);
    expect(!two.ok && two.error.message).toContain('opened alone');
  });

  it('that is damaged says so and never throws', () => {
    const made = embedInPng(PIXEL, link);
    fc.assert(
      fc.property(fc.nat(made.length - 1), fc.nat(255), fc.nat(made.length), (at, value, end) => {
        const damaged = made.slice(0, end);
        if (at < end) damaged[at] = value;
        const found = linkInPng(damaged);
        if (found !== null) expect(open('damaged.png', found).ok).toBe(found === link);
      }),
      { seed: 41, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string(), (junk) => {
        expect(open('junk.svg', `<svg id="ec2-playground">${junk}</svg>`).ok).toBe(false);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});

const CHUNK_OF_END = 12;
