import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../catalog/descriptors';
import { emptyScenario } from '../persistence/empty';
import { shareSample } from '../testing/share-sample';
import { makeBase64url, parseBase64url } from './base64url';
import { ByteReader, ByteWriter } from './codec-1/byte-stream';
import { crc32 } from './checksum';
import { makeLink, parseLink } from './link';
import { ValueWriter } from './codec-1/value-writer';

/** A link with a right length and checksum around any contents. */
function forge(contents: Uint8Array, codec = 1): string {
  // No random digits of AWS ids before what is deflated.
  const payload = makeBase64url(codec === 0 ? contents : Uint8Array.of(0, ...contents));
  const covered = codec === 0 ? payload : `${codec}.${payload}`;
  return `${codec}.${payload.length}.${crc32(covered).toString(36)}.${payload}`;
}

function reasonOf(link: string): string {
  const result = parseLink(link);
  if (result.ok) throw new Error('It was opened.');
  expect(result.error.message).toMatch(/^[^\n]+$/);
  return result.error.reason;
}

describe('a link', () => {
  it('of a new document is short', () => {
    const link = makeLink(emptyScenario());
    expect(parseLink(link)).toEqual({ ok: true, value: emptyScenario() });
    expect(link.length).toBeLessThan(60);
  });

  it('keeps script, checks, slides, notes, accounts and what an import found', () => {
    const document: Scenario = {
      ...shareSample(2),
      seed: 7,
      startsAt: '2027-03-04T05:06:07Z',
      accounts: { '123456789012': { name: 'Production' } },
      observed: {
        'i-1': { awsId: 'i-0123456789abcdef0', state: 'stopped', publicIps: { '10.0.0.4': '198.51.100.9' } },
        'i-2': {},
        'rtb-2': { routeStates: { '0.0.0.0/0': 'blackhole' } },
      },
      script: [
        { id: 'act-1', at: 300_000, type: 'stop', target: 'i-1' },
        {
          id: 'act-2',
          at: 2_592_000_000,
          type: 'write-data',
          target: 'i-2',
          label: 'order 1 “x”',
          to: 'vol-2',
        },
      ],
      checks: [
        { id: 'check-1', type: 'can-reach', from: 'internet', to: 'web-1', protocol: 'tcp', port: 443 },
      ],
      slides: [{ id: 'slide-1', title: 'Whole', viewport: { x: -10.5, y: 2, zoom: 0.75 }, focus: ['vpc-1'] }],
      notes: [{ id: 'note-1', text: 'Why?\nBecause 🛒.', x: 0, y: -4 }],
    };
    expect(parseLink(makeLink(document))).toEqual({ ok: true, value: document });
  });

  it('holds letters, digits, dots, dashes and underscores only', () => {
    expect(makeLink(shareSample(10))).toMatch(/^[\w.-]+$/);
  });

  it('rounds positions to whole pixels', () => {
    const parsed = parseLink(
      makeLink({ ...emptyScenario(), layout: { 'az-1': { x: 1.4, y: -0.2, width: 0.3 } } }),
    );
    expect(parsed).toMatchObject({ ok: true, value: { layout: { 'az-1': { x: 1, y: 0, width: 1 } } } });
  });

  it('opens from a whole address, with #, wrapped over lines, and with a full stop behind it', () => {
    const document = shareSample(3);
    const link = makeLink(document);
    const forms = [
      `#${link}`,
      `https://playground.example/path/?x=1#${link}`,
      `http://localhost:4173/#${link}`,
      `<https://playground.example/#${link}>`,
      `(https://playground.example/#${link}).`,
      `${link.slice(0, 70)}\r\n ${link.slice(70)}\n`,
    ];
    for (const form of forms) expect(parseLink(form)).toEqual({ ok: true, value: document });
  });

  it('costs less than eleven characters for each AWS id of an import', () => {
    const document = shareSample(100);
    let state = 99;
    const digit = () => {
      state = (state * 16_807) % 2_147_483_647;
      return (state % 16).toString(16);
    };
    const observed = Object.fromEntries(
      Object.keys(document.resources)
        .filter((id) => /^(i|eni|vol)-/.test(id))
        .map((id) => [
          id,
          { awsId: `${id.replace(/\d+$/, '')}0${Array.from({ length: 16 }, digit).join('')}` },
        ]),
    );
    const imported = { ...document, observed };
    expect(parseLink(makeLink(imported))).toEqual({ ok: true, value: imported });
    const each = (makeLink(imported).length - makeLink(document).length) / Object.keys(observed).length;
    expect(each).toBeLessThan(11);
  });
});

describe('a link that is not whole', () => {
  it('tells how many characters arrived', () => {
    const link = makeLink(shareSample(10));
    const total = link.split('.')[3]?.length ?? 0;
    const result = parseLink(link.slice(0, -100));
    expect(result).toMatchObject({ ok: false, error: { reason: 'cut-link' } });
    if (!result.ok) expect(result.error.message).toContain(`${total - 100} of ${total} characters arrived`);
  });

  it.each(['', '#', 'hello', 'https://example.com/', '0x', '#/url/x', 'json=abc'])(
    '%j is no link',
    (text) => {
      expect(reasonOf(text)).toBe('damaged-link');
    },
  );

  it('of a later codec says so', () => {
    expect(reasonOf(forge(Uint8Array.of(1, 2, 3), 2))).toBe('newer-version');
    expect(reasonOf(forge(Uint8Array.of(1, 2, 3), 12))).toBe('newer-version');
  });

  it('of which the version changed on the way is damaged, not newer', () => {
    expect(reasonOf(makeLink(emptyScenario()).replace(/^1/, '2'))).toBe('damaged-link');
    expect(reasonOf(makeLink(emptyScenario()).replace(/^1/, '0'))).toBe('damaged-link');
    expect(reasonOf('12.x')).toBe('damaged-link');
  });
});

describe('a link made to do harm', () => {
  it('that inflates to eight times the cap is refused before it has', () => {
    // Each repetition deflates to about 4 KB and inflates to 4 MB.
    const zeros = deflateSync(new Uint8Array(64_000_000), { level: 9, mem: 4 });
    expect(zeros.length).toBeLessThan(100_000);
    expect(reasonOf(forge(zeros))).toBe('too-large');
  });

  it('with random contents is refused', () => {
    for (let length = 1; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 73 + length * 31) % 256);
      expect(reasonOf(forge(bytes))).toMatch(/damaged-link|invalid|too-large/);
      expect(reasonOf(forge(deflateSync(bytes, { mem: 4 })))).toMatch(/damaged-link|invalid|too-large/);
    }
  });

  const contents = (write: (writer: ValueWriter) => void): string => {
    const writer = new ValueWriter();
    // Version of the document.
    writer.bytes.number(1);
    write(writer);
    return forge(deflateSync(writer.finish().main, { mem: 4 }));
  };
  const tail = (writer: ValueWriter) => {
    // No other places, an empty frame.
    writer.bytes.number(0);
    writer.bytes.number(0);
    writer.value({});
  };

  it('with more than 20,000 resources is refused', () => {
    const link = contents((writer) => {
      writer.bytes.number(1);
      writer.word('instance');
      writer.bytes.number(20_001 * 2);
      writer.bytes.number(0);
      tail(writer);
    });
    expect(reasonOf(link)).toBe('too-large');
  });

  it('that repeats a long list in thousands of resources is refused before it is spread out', () => {
    const link = contents((writer) => {
      writer.bytes.number(1);
      writer.word('network-interface');
      writer.bytes.number(20_000 * 2);
      writer.bytes.number(1);
      writer.word('groupSet');
      writer.value(Array.from({ length: 1000 }, () => 'x'));
      // 0: as in the row before.
      for (let index = 1; index < 20_000; index++) writer.bytes.number(0);
      tail(writer);
    });
    expect(reasonOf(link)).toBe('too-large');
  });

  it('that names __proto__ as a property or a key is refused and pollutes nothing', () => {
    const asProperty = contents((writer) => {
      writer.bytes.number(1);
      writer.word('region');
      writer.bytes.number(2);
      writer.bytes.number(1);
      writer.word('__proto__');
      writer.value({ polluted: true });
      tail(writer);
    });
    const asKey = contents((writer) => {
      writer.bytes.number(0);
      writer.bytes.number(0);
      writer.bytes.number(0);
      writer.value(JSON.parse('{"__proto__": {"polluted": true}}'));
    });
    const asId = contents((writer) => {
      writer.bytes.number(1);
      writer.word('region');
      writer.bytes.number(3);
      writer.bytes.number(0);
      writer.value('__proto__');
      writer.bytes.number(1);
      writer.word('@x');
      writer.value(5);
      tail(writer);
    });
    const asPlace = contents((writer) => {
      writer.bytes.number(0);
      writer.bytes.number(1);
      writer.value('__proto__');
      writer.value(undefined);
      writer.bytes.number(1);
      writer.word('@x');
      writer.value(5);
      writer.value({});
    });
    for (const link of [asProperty, asKey, asId, asPlace])
      expect(reasonOf(link)).toMatch(/damaged-link|invalid/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('nested without end is refused', () => {
    const link = contents((writer) => {
      writer.bytes.number(0);
      // A list of one, again and again.
      writer.bytes.number(0);
      writer.bytes.number(0);
      for (let level = 0; level < 100_000; level++) {
        writer.bytes.number(16);
        writer.bytes.number(1);
      }
    });
    expect(reasonOf(link)).toBe('damaged-link');
  });
});

describe('the parts of a link', () => {
  it('numbers come back up to the largest safe one', () => {
    const numbers = [0, 1, 127, 128, 16_383, 16_384, 2 ** 32, Number.MAX_SAFE_INTEGER];
    const writer = new ByteWriter();
    for (const number of numbers) writer.number(number);
    const reader = new ByteReader(writer.finish());
    expect(numbers.map(() => reader.number())).toEqual(numbers);
    expect(() => reader.number()).toThrow('it ends in the middle');
    expect(() => new ByteReader(new Uint8Array(9).fill(255)).number()).toThrow('too large');
  });

  it('texts come back, half surrogate pairs too', () => {
    for (const text of ['', 'a', 'é', '漢', '🛒', '\ud800', '\udc00x', '\0\u007f\u0080\u07ff\u0800\uffff']) {
      const writer = new ByteWriter();
      writer.text(text);
      expect(new ByteReader(writer.finish()).text()).toBe(text);
    }
  });

  it('base64url is that of RFC 4648', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 89 + length * 7) % 256);
      const text = makeBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(parseBase64url(text)).toEqual(bytes);
    }
    expect(parseBase64url('A')).toBeNull();
    expect(parseBase64url('A+==')).toBeNull();
  });

  it('the checksum is CRC-32', () => {
    expect(crc32('123456789')).toBe(0xcbf43926);
    expect(crc32('')).toBe(0);
  });
});
