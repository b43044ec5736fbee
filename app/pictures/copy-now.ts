/** Copies what is selected, or everything, as a picture with the document inside. */
import { announce, viewStore } from '../state/view-store';
import { pictures as text } from '../strings/en/pictures';
import { copyPicture, type CopyPictureOutcome } from './copy-picture';
import { drawnSelection, linkToEmbed, takePicture } from './current';
import { makePng } from './raster';

const SCALE = 2;

export async function copyNow(): Promise<void> {
  const selection = viewStore.getState().selection.length > 0 && drawnSelection().length > 0;
  const picture = takePicture({ selection, ground: true, link: null });
  if (!picture) {
    announce(text.nothing, 'bad');
    return;
  }
  const outcome = await copyPicture(linkToEmbed().then((link) => makePng(picture, SCALE, link)));
  const message: Record<CopyPictureOutcome, string> = {
    copied: text.copied,
    'not-here': text.notHere,
    refused: text.copyRefused,
  };
  announce(message[outcome], outcome === 'copied' ? 'info' : 'bad');
}
