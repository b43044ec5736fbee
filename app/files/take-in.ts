/** Takes in what was dropped or pasted on the window. */
import { announce } from '../state/view-store';
import { files as text } from '../strings';
import type { Dropped } from './dropped';
import { openFound, openInputs } from './open-inputs';
import { filesOfDrop, MAX_BYTES } from './read-files';

export async function takeDropped(dropped: Dropped): Promise<void> {
  announce(text.reading);
  await openFound(await filesOfDrop(dropped));
}

export async function takePasted(pasted: string): Promise<void> {
  if (pasted.length > MAX_BYTES) announce(text.tooLarge(pasted.length, MAX_BYTES), 'bad');
  else await openInputs([{ name: text.pastedText, text: pasted }], { from: 'files', quiet: true });
}
