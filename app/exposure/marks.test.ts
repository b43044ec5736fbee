import { describe, expect, it } from 'vitest';
import { labelOf, type Exposure, type ExposureLine } from '../../engine';
import text from '../../engine/scenarios/corner-shop/scenario.json?raw';
import { createSimulation } from '../../workers/simulation';
import { drawingOf } from '../canvas/drawing';
import { marksOf } from './marks';

const engine = createSimulation({ nowMs: () => 0, yieldToMessages: () => Promise.resolve() });
const opened = await engine.open([{ name: 'shop.json', text }]);
if (!opened.ok) throw new Error(opened.failure.message);
const { document } = opened.value;
await engine.load(document, 1);
const drawing = drawingOf(document);
const answer = await engine.exposure('design');
if (!answer.ok) throw new Error(answer.failure.message);
const exposure: Exposure = answer.value;

const looks = (of: Exposure) =>
  new Map(
    marksOf(drawing, of).things.map(({ key, look, text: tag }) => [labelOf(document, key), [look, tag]]),
  );

describe('marks of exposure on the drawing', () => {
  it('stand on the machines: open where the internet gets in, out where they only get out', () => {
    const marks = looks(exposure);
    expect(marks.get('web-1')).toEqual(['open', 'tcp 22 from 198.51.100.0/24']);
    expect(marks.get('orders-1')).toEqual(['out', 'reaches out']);
  });

  it('count on every subnet what is open in it', () => {
    const { counts } = marksOf(drawing, exposure);
    expect(counts.map(({ open }) => open)).toEqual([1, 1]);
  });

  it('say how much more there is, what works sometimes, and what can’t be told', () => {
    const line = exposure.inbound.find(({ members }) => members.some(({ label }) => label === 'web-1'));
    if (!line) throw new Error('web-1 is not exposed');
    const mark = (fields: Partial<ExposureLine>) =>
      looks({ ...exposure, inbound: [{ ...line, ...fields }], outbound: [] }).get('web-1');
    const box = { protocols: ['tcp'], text: 'tcp 80' };
    expect(mark({ works: [...line.works, box] })).toEqual(['open', 'tcp 22 from 198.51.100.0/24 +1']);
    expect(mark({ works: [], sometimes: [box] })).toEqual(['open', 'sometimes tcp 80']);
    const unknown = [{ code: 'UNSURE', resource: 'acl-1', message: 'why' }];
    expect(mark({ works: [], unknown })).toEqual(['unknown', 'can’t be told']);
  });
});
