import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyScenario, type Scenario } from '../../../engine';
import { parseScenario } from '../../../engine/persistence/scenario-file';
import { drawPicture } from './draw-picture';

function shop(): Scenario {
  const read = parseScenario(readFileSync('engine/scenarios/corner-shop/scenario.json', 'utf8'));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** Corners and sizes of the outlines of one layer. */
const rectsOf = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-?[\d.]+z/g)].map((match) =>
    match.slice(1, 5).map(Number),
  );

describe('drawPicture', () => {
  it('draws boxes behind what stands in them, each in its colour, all inside the frame', () => {
    const { width, height, layers } = drawPicture(shop());
    const looks = layers.map(({ look }) => look);
    expect(looks.indexOf('vpc')).toBeLessThan(looks.indexOf('compute'));
    expect(looks).toEqual(expect.arrayContaining(['region', 'vpc', 'public', 'compute', 'world']));
    const rects = layers.flatMap(({ path }) => rectsOf(path));
    expect(rects.length).toBeGreaterThan(6);
    for (const [x = 0, y = 0, w = 0, h = 0] of rects) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(width);
      expect(y + h).toBeLessThanOrEqual(height);
    }
  });

  it('draws as many machines as there are', () => {
    const document = shop();
    const machines = Object.values(document.resources).filter(({ kind }) => kind === 'instance');
    const layer = drawPicture(document).layers.find(({ look }) => look === 'compute');
    expect(rectsOf(layer?.path ?? '')).toHaveLength(machines.length);
  });

  it('draws nothing of nothing, and does not blow up a single thing to fill the frame', () => {
    expect(drawPicture({ ...emptyScenario(), resources: {} }).layers).toEqual([]);
    const lone: Scenario = {
      ...emptyScenario(),
      resources: { 'region-1': { id: 'region-1', kind: 'region', regionName: 'us-east-1' } },
    };
    const [[x = 0, , w = 0] = []] = rectsOf(drawPicture(lone).layers[0]?.path ?? '');
    expect(w).toBeGreaterThan(100);
    expect(w).toBeLessThan(150);
    expect(x + w / 2).toBeCloseTo(80, 0);
  });

  it('stays small whatever the size of the document', () => {
    const resources: Record<string, Scenario['resources'][string]> = {};
    for (let number = 0; number < 3000; number += 1)
      resources[`region-${number}`] = { id: `region-${number}`, kind: 'region', regionName: 'us-east-1' };
    const drawn = JSON.stringify(drawPicture({ ...emptyScenario(), resources }));
    expect(drawn.length).toBeLessThan(25_000);
  });
});
