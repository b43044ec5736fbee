/** From an SVG to the pixels of a PNG, by the browser itself. */
import { embedInPng } from '../../engine/late';
import type { Picture } from './picture';

/** Browsers refuse larger canvases, each at a limit of its own; this one all of them take. */
const MAX_SIDE_PX = 16_000;
const MAX_AREA_PX = 100_000_000;

export const SCALES = [1, 2, 3] as const;
export type Scale = (typeof SCALES)[number];

/** @returns the scale that is possible: a large picture is made smaller rather than not at all. */
export function possibleScale({ width, height }: Pick<Picture, 'width' | 'height'>, wanted: number): number {
  return Math.min(wanted, MAX_SIDE_PX / Math.max(width, height), Math.sqrt(MAX_AREA_PX / (width * height)));
}

/**
 * @param link embedded so that the picture opens again; null: not
 * @throws Error where the browser can't draw it
 */
export async function makePng(picture: Picture, wanted: number, link: string | null): Promise<Blob> {
  const scale = possibleScale(picture, wanted);
  const address = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('no pixels');
    if (link === null) return blob;
    const png = embedInPng(new Uint8Array(await blob.arrayBuffer()), link);
    return new Blob([png.slice()], { type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}
