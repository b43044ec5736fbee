/** Pictures of screens: made small, and compared by what an eye would notice. The browser encodes and decodes. */
import type { Page } from '@playwright/test';

export const MAX_BYTES = 60_000;
/** Still to be read, and small. */
const SCALE = 2 / 3;
const QUALITIES = [0.8, 0.65, 0.5, 0.35] as const;
/** Of 255, in any channel: less is the encoder's noise. */
const NOTICED = 48;

/** @returns WebP of at most `MAX_BYTES`, as base64, in the best quality that fits. The same screen gives the same bytes. */
export async function takePicture(page: Page, workshop: Page): Promise<string> {
  const png = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    // How long ago something was saved differs from run to run.
    // What was said last goes by itself, soon or late.
    style: '.frame > [aria-hidden].shadow-float { visibility: hidden }',
    mask: [page.getByText(/^saved /)],
    maskColor: '#808080',
  });
  for (const quality of QUALITIES) {
    const webp = await workshop.evaluate(
      async ([source, share, scale]) => {
        const bitmap = await createImageBitmap(await (await fetch(source)).blob());
        const canvas = new OffscreenCanvas(bitmap.width * scale, bitmap.height * scale);
        const context = canvas.getContext('2d');
        if (!context) return '';
        context.imageSmoothingQuality = 'high';
        context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        const bytes = new Uint8Array(
          await (await canvas.convertToBlob({ type: 'image/webp', quality: share })).arrayBuffer(),
        );
        return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
      },
      [`data:image/png;base64,${png.toString('base64')}`, quality, SCALE] as const,
    );
    if (Buffer.byteLength(webp, 'base64') <= MAX_BYTES) return webp;
  }
  throw new Error(`No picture of this screen fits ${MAX_BYTES} bytes.`);
}

/** @returns the share of pixels that differ noticeably, 0 to 1; 1 where the sizes differ. */
export const differenceOf = (workshop: Page, one: string, other: string): Promise<number> =>
  workshop.evaluate(
    async ([sources, noticed]) => {
      const [a, b] = await Promise.all(
        sources.map(async (source) => {
          const bitmap = await createImageBitmap(await (await fetch(source)).blob());
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
      let different = 0;
      for (let at = 0; at < a.data.length; at += 4)
        for (let channel = 0; channel < 3; channel += 1)
          if (Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > noticed) {
            different += 1;
            break;
          }
      return different / (a.width * a.height);
    },
    [[one, other].map((webp) => `data:image/webp;base64,${webp}`), NOTICED] as const,
  );
