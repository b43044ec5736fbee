import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, type Resource, type Scenario } from '../../engine';
import { networkOf } from '../../engine/testing/network';
import { arbitraryScenario } from '../../engine/testing/arbitrary-scenario';
import { interfaceRows, networkRows } from './address-rows';
import { readColours, recolouring, TOKENS } from './colours';
import { fitText } from './fit-text';
import { readIcons } from './icons';
import { iconsWanted, makePicture, type PictureRequest } from './picture';
import { escapeXml } from './svg-text';

const shop = networkOf({
  vpcs: 1,
  zones: 2,
  tiers: ['public', 'data'],
  instancesPerSubnet: 2,
  secondInterfaces: true,
});
const colours = readColours(
  (property) => `#${String(TOKENS.indexOf(property.slice(2) as never)).padStart(6, '0')}`,
);
const ICON = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" color="rgb(1, 2, 3)"><title>Icon-file</title><path fill="currentColor" d="M0 0h48v48z"/></svg>',
);
const icons = readIcons(iconsWanted(shop, {}), (property) =>
  property === '--picture-instance' ? `url("data:image/svg+xml,${ICON}")` : '',
);

const request = (document: Scenario, more: Partial<PictureRequest> = {}): PictureRequest => ({
  document,
  drawing: fit(document),
  live: {},
  colours,
  icons,
  ground: true,
  link: null,
  ...more,
});

/** Elements are closed in the order in which they were opened: enough of XML to find an unescaped name. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, end, name, , alone] of svg.matchAll(/<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>/g)) {
    if (end) {
      if (open.pop() !== name) return false;
    } else if (!alone && name !== undefined) open.push(name);
  }
  const rest = svg.replace(/<\/?[a-z]+(?:\s[\w:-]+="[^"<]*")*\/?>/g, '');
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!(?:amp|lt|gt|quot|#39);)/.test(rest);
}

describe('a picture of the canvas', () => {
  it('shows every machine by name, with one icon for all of them, and names nothing outside itself', () => {
    const picture = makePicture(request(shop));
    const svg = picture?.svg ?? '';
    expect(isWellFormed(svg)).toBe(true);
    for (const { kind, name } of Object.values(shop.resources))
      if (kind === 'instance' && name !== undefined) expect(svg).toContain(`>${name}<`);
    expect(svg.match(/<symbol id="icon-instance"/g)).toHaveLength(1);
    expect(svg.match(/href="#icon-instance"/g)?.length).toBe(8);
    expect(svg).not.toContain('Icon-file');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|var\(|url\(/);
    const drawing = fit(shop);
    const right = Math.max(...[...drawing.things.values()].map(({ left, width }) => left + width));
    expect(picture?.width).toBeGreaterThan(right);
  });

  it('of a selection shows what stands in it and nothing else', () => {
    const [subnet, other] = Object.keys(shop.resources).filter((id) => id.startsWith('subnet-'));
    const svg = makePicture(request(shop, { only: [subnet ?? ''] }))?.svg ?? '';
    const whole = makePicture(request(shop))?.svg ?? '';
    expect(svg.length).toBeLessThan(whole.length / 2);
    expect(svg.match(/href="#icon-instance"/g)).toHaveLength(2);
    const cidr = (id: string | undefined): string => {
      const resource = shop.resources[id ?? ''];
      return resource?.kind === 'subnet' ? (resource.cidrBlock ?? '') : '';
    };
    expect(svg).toContain(cidr(subnet));
    expect(svg).not.toContain(cidr(other));
  });

  it('has a background only where one is wanted, and the document only where it is given', () => {
    const count = (more: Partial<PictureRequest>) =>
      (makePicture(request(shop, more))?.svg ?? '').match(/<rect/g)?.length ?? 0;
    expect(count({ ground: true })).toBe(count({ ground: false }) + 1);
    expect(makePicture(request(shop, { link: '1.abc' }))?.svg).toContain(
      '<metadata id="ec2-playground">1.abc</metadata></svg>',
    );
  });

  it('shows a collapsed box as it is on the canvas: without what stands in it, and with how much that is', () => {
    const layout = { ...shop.layout, 'subnet-1': { x: 20, y: 60, collapsed: true as const } };
    const svg = makePicture(request({ ...shop, layout }))?.svg ?? '';
    expect(svg.match(/href="#icon-instance"/g)).toHaveLength(6);
    expect(svg).toMatch(/>2 instances/);
  });

  it('tells the state of the moment', () => {
    const svg = makePicture(request(shop, { live: { 'i-1': { state: 'stopped' } } }))?.svg ?? '';
    expect(svg).toContain('>stopped<');
  });

  it('of nothing is none', () => {
    expect(makePicture(request({ ...shop, resources: {} }))).toBe(null);
    expect(makePicture(request(shop, { only: [] }))).toBe(null);
  });

  it('is well-formed whatever a document holds', () => {
    fc.assert(
      fc.property(arbitraryScenario(3), fc.string({ unit: 'binary' }), (document, name) => {
        const resources: Record<string, Resource> = { ...document.resources };
        for (const [id, resource] of Object.entries(resources)) resources[id] = { ...resource, name };
        const picture = makePicture(request({ ...document, title: name, resources }));
        if (picture) expect(isWellFormed(picture.svg), picture.svg).toBe(true);
      }),
      { seed: 51, numRuns: 5 },
    );
  });
});

describe('colours for paper', () => {
  it('are those of the light theme, also of the icons that were made in the dark', () => {
    const dark = readColours((property) => (property === '--network' ? '#a78bfa' : '#000001'));
    const light = readColours((property) => (property === '--network' ? '#7c3aed' : '#000001'));
    const recolour = recolouring(dark, light);
    expect(recolour('rgb(167, 139, 250)')).toBe('#7c3aed');
    expect(recolour('rgb(9, 9, 9)')).toBe('rgb(9, 9, 9)');
  });
});

describe('text in a picture', () => {
  it('is escaped, and loses what XML cannot write', () => {
    expect(escapeXml('<a href="x">&\'\u0000\ud800</a>')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&amp;&#39;\ufffd\ufffd&lt;/a&gt;',
    );
    expect(escapeXml('grüße 😀\n')).toBe('grüße 😀\n');
  });

  it('is cut with an ellipsis where it has no room', () => {
    expect(fitText('web-1', 100, 12)).toBe('web-1');
    const cut = fitText('a-very-long-name-of-a-machine', 60, 12);
    expect(cut).toMatch(/^a-very.*…$/);
    expect(fitText('WWW', 1, 12)).toBe('…');
  });
});

describe('the tables of a sheet', () => {
  it('list every subnet below its VPC', () => {
    const rows = networkRows(shop);
    expect(rows).toHaveLength(5);
    expect(rows[0]?.slice(1, 4)).toEqual(['vpc-1', 'VPC', '10.0.0.0/16']);
    expect(rows[1]?.[2]).toBe('Subnet');
    expect(rows[1]?.[3]).toMatch(/^10\.0\./);
  });

  it('list every interface, by subnet and address as numbers', () => {
    const rows = interfaceRows(shop, { 'i-1': { publicIp: '54.1.2.3' } });
    const enis = Object.values(shop.resources).filter(({ kind }) => kind === 'network-interface');
    expect(rows).toHaveLength(enis.length);
    expect(rows.filter((row) => row[4] === '54.1.2.3')).toHaveLength(1);
    const bySubnet = new Map<string, number[]>();
    for (const row of rows)
      bySubnet.set(row[2] ?? '', [
        ...(bySubnet.get(row[2] ?? '') ?? []),
        Number((row[3] ?? '').split('.').at(-1)),
      ]);
    for (const hosts of bySubnet.values()) expect(hosts).toEqual([...hosts].sort((a, b) => a - b));
  });
});
