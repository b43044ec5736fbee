/** Tidying up: how long it takes, and how much of the drawing stays clear, beside a plain grid of the same things. */
import { arrangeAll } from '../../engine/drawing';
import { fit, type Drawing } from '../../engine/drawing/fit';
import { applyChanges } from '../../engine/model/change';
import type { Scenario } from '../../engine/catalog/descriptors';
import { BOXES } from '../../engine/drawing/sizes';
import { seededNetwork } from '../../engine/testing/seeded-network/seeded-network';
import type { Row } from '../row';
import { medianTime } from '../timing';

/** Instances; with their interfaces and volumes three times as many resources. */
const SIZES = [100, 334, 1000, 1667] as const;
const ROUNDS = 9;
/** Of what a person waits for without noticing. */
const BUDGET_MS = 100;

export function measure(): Promise<readonly Row[]> {
  return Promise.resolve(
    SIZES.map((instances): Row => {
      const document = seededNetwork({ instances, seed: 1 });
      const resources = Object.keys(document.resources).length;
      const figure = medianTime(ROUNDS, () =>
        arrangeAll({ ...document, resources: { ...document.resources } }),
      );
      const grid = medianTime(ROUNDS, () => plainGrid(document));
      const tidy = shareOfCards(fit(after(document)));
      const plain = shareOfCards(fit(plainGrid(document)));
      const row: Row = {
        what: `tidy up ${resources.toLocaleString('en')} resources`,
        figure,
        unit: 'ms',
        parts: { cardsPercent: tidy },
        peer: {
          name: 'plain grid, the same boxes',
          figure: `${grid.toPrecision(3)} ms; cards cover ${plain} % of the canvas, here ${tidy} %`,
        },
      };
      return resources <= 1100 ? { ...row, budget: BUDGET_MS } : row;
    }),
  );
}

function after(document: Scenario): Scenario {
  const applied = applyChanges(document, arrangeAll(document));
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
}

/** What one writes in an hour: everything in a box in rows of the root of their number. */
function plainGrid(document: Scenario): Scenario {
  const drawing = fit(document);
  const layout: Record<string, { x: number; y: number }> = {};
  for (const [box, keys] of drawing.children) {
    const kind = drawing.things.get(box)?.kind;
    const metrics =
      BOXES[kind === 'region' || kind === 'vpc' || kind === 'lane' || kind === 'subnet' ? kind : 'canvas'];
    const things = keys
      .flatMap((key) => drawing.things.get(key) ?? [])
      .filter(({ how }) => how === 'box' || how === 'card');
    const [width, height] = [
      Math.max(...things.map((one) => one.width)),
      Math.max(...things.map((one) => one.height)),
    ];
    const columns = Math.ceil(Math.sqrt(things.length));
    things.forEach(({ key }, index) => {
      layout[key] = {
        x: metrics.padding + (index % columns) * (width + metrics.gapX),
        y: metrics.header + Math.floor(index / columns) * (height + metrics.gapY),
      };
    });
  }
  return { ...document, layout };
}

/** How much of the canvas at the ratio of a screen is cards: the rest is empty. Per cent. */
function shareOfCards({ things, bounds }: Drawing): number {
  let area = 0;
  for (const { how, width, height } of things.values()) if (how === 'card') area += width * height;
  const height = Math.max(bounds.height, bounds.width / 1.6);
  return Math.round((100 * area) / (height * height * 1.6));
}
