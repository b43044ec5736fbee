/** Exposure on the drawing: for every drawn thing what the internet reaches of it, in few words. */
import {
  shownAs,
  type Drawing,
  type Exposure,
  type ExposureLine,
  type PlaceKey,
  type ReachMember,
  type Rect,
} from '../../engine';
import { exposureWords as words } from '../strings/en/exposure';

export type MarkLook = 'open' | 'out' | 'unknown';

export interface Mark {
  readonly key: PlaceKey;
  readonly look: MarkLook;
  readonly rect: Rect;
  /** Short enough for a tag. */
  readonly text: string;
  /** All of it. */
  readonly title: string;
}

/** On a subnet, for when its cards are too far away to be read. */
export interface CountMark {
  readonly key: PlaceKey;
  readonly rect: Rect;
  readonly open: number;
}

export interface Marks {
  readonly things: readonly Mark[];
  readonly counts: readonly CountMark[];
}

const STRENGTH: readonly MarkLook[] = ['out', 'unknown', 'open'];

export function marksOf(drawing: Drawing, { inbound, outbound }: Exposure): Marks {
  const found = new Map<PlaceKey, { look: MarkLook; readonly texts: string[] }>();
  const add = (line: ExposureLine, look: MarkLook, texts: readonly string[]): void => {
    for (const member of line.members) {
      const key = keyOf(drawing, member);
      if (key === null) continue;
      const mark = found.get(key);
      if (!mark || STRENGTH.indexOf(look) > STRENGTH.indexOf(mark.look))
        found.set(key, { look, texts: [...texts] });
      else if (mark.look === look)
        for (const text of texts) if (!mark.texts.includes(text)) mark.texts.push(text);
    }
  };
  for (const line of inbound) {
    const texts = textsOf(line);
    if (texts.length > 0)
      add(
        line,
        'open',
        texts.map((text) => withFamily(text, line.family)),
      );
    else if (line.unknown.length > 0)
      add(line, 'unknown', [words.tag.unknown, ...line.unknown.map(({ message }) => message)]);
  }
  for (const line of outbound) if (textsOf(line).length > 0) add(line, 'out', [words.tag.out]);
  const things = [...found].flatMap(([key, { look, texts }]): Mark[] => {
    const rect = drawing.things.get(key);
    if (!rect) return [];
    const [first = '', ...rest] = look === 'open' ? texts : texts.slice(0, 1);
    const text = rest.length > 0 ? `${first} +${rest.length}` : first;
    return [{ key, look, rect: placed(rect), text, title: `${words.marks[look]}: ${texts.join('; ')}` }];
  });
  return { things, counts: countsOf(drawing, things) };
}

/** What works always, and what works only sometimes. */
export const textsOf = ({ works, sometimes }: ExposureLine): readonly string[] => [
  ...works.map(({ text }) => text),
  ...sometimes.map(({ text }) => words.sometimes(text)),
];

/** IPv4 goes without saying. */
const withFamily = (text: string, family: 4 | 6): string =>
  family === 6 ? `${words.families[6]} ${text}` : text;

/** A docked interface is seen as its instance; any other stands for itself. */
export function keyOf(drawing: Drawing, { id, instanceId }: ReachMember): PlaceKey | null {
  const { things } = drawing;
  const own = things.get(id);
  const card = own?.parent === null || own === undefined ? undefined : things.get(own.parent);
  if (card?.kind === 'instance') return card.key;
  if (own) return own.key;
  return (shownAs(drawing, id) ?? shownAs(drawing, instanceId))?.key ?? null;
}

const placed = ({ left, top, width, height }: { left: number; top: number } & Rect): Rect => ({
  x: left,
  y: top,
  width,
  height,
});

function countsOf(drawing: Drawing, marks: readonly Mark[]): readonly CountMark[] {
  const counts = new Map<PlaceKey, number>();
  for (const { key, look } of marks) {
    if (look !== 'open') continue;
    const drawn = drawing.things.get(key);
    const parent = drawn?.how === 'box' ? key : (drawn?.parent ?? null);
    if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return [...counts].flatMap(([key, open]) => {
    const box = drawing.things.get(key);
    return box ? [{ key, open, rect: placed(box) }] : [];
  });
}
