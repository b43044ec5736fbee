/** A document as a small picture: its boxes and cards as outlines, in the places where the canvas draws them. */
import { fit, get, isPublic, type Drawn, type Scenario } from '../../../engine';
import type { Picture } from '../../state/storage/shelf';

/** In the units of the picture: what fits is drawn no larger than the canvas at this zoom. */
const WIDTH = 160;
const HEIGHT = 100;
const MAX_ZOOM = 0.3;
const MARGIN = 2;
/** Smaller than this in both directions nobody sees it. */
const SMALLEST = 0.6;
/** What is drawn last is let go first: boxes come before what stands in them. */
const MAX_SHAPES = 600;

/** From the back to the front; the stylesheet names a colour for each. */
const LOOKS = ['region', 'vpc', 'lane', 'public', 'private', 'card', 'compute', 'border', 'world'] as const;
type PictureLook = (typeof LOOKS)[number];

/** @param document of this version of the page, checked */
export function drawPicture(document: Scenario): Picture {
  const { things, bounds } = fit(document);
  const zoom = Math.min(
    MAX_ZOOM,
    (WIDTH - 2 * MARGIN) / Math.max(1, bounds.width),
    (HEIGHT - 2 * MARGIN) / Math.max(1, bounds.height),
  );
  const left = bounds.x - (WIDTH / zoom - bounds.width) / 2;
  const top = bounds.y - (HEIGHT / zoom - bounds.height) / 2;
  const paths = new Map<PictureLook, string>();
  let shapes = 0;
  for (const thing of things.values()) {
    const look = lookOf(document, thing);
    const width = thing.width * zoom;
    const height = thing.height * zoom;
    if (look === null || (width < SMALLEST && height < SMALLEST)) continue;
    shapes += 1;
    if (shapes > MAX_SHAPES) break;
    const corner = `M${short((thing.left - left) * zoom)} ${short((thing.top - top) * zoom)}`;
    const outline = `${corner}h${short(width)}v${short(height)}h${short(-width)}z`;
    paths.set(look, (paths.get(look) ?? '') + outline);
  }
  const layers = LOOKS.flatMap((look) => {
    const path = paths.get(look);
    return path === undefined ? [] : [{ look, path }];
  });
  return { width: WIDTH, height: HEIGHT, layers };
}

/** @returns null for what is too fine for a picture: chips, ports and disks. */
function lookOf(document: Scenario, { kind, how, key }: Drawn): PictureLook | null {
  switch (how) {
    case 'box': {
      if (kind === 'region' || kind === 'vpc') return kind;
      const resource = get(document, key);
      if (resource?.kind !== 'subnet') return 'lane';
      return isPublic(document, resource) ? 'public' : 'private';
    }
    case 'card':
      return kind === 'instance' ? 'compute' : 'card';
    case 'border':
    case 'world':
      return how;
    case 'chip':
    case 'port':
    case 'docked':
      return null;
  }
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
