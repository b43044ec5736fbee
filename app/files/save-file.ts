/** Gives the document to the user as a file of their own. */
import { ask } from '../engine-client/engine-client';
import { documentStore } from '../state/document-store';
import { announce } from '../state/view-store';
import { frame as text } from '../strings';
import { downloadText, fileNameOf } from './download';

export async function saveFile(): Promise<void> {
  const { document: scenario } = documentStore.getState();
  const reply = await ask((engine) => engine.makeFile());
  // Without the engine the document is still the user's: plain JSON opens as well.
  const content = reply.ok ? reply.value : `${JSON.stringify(scenario, null, 2)}\n`;
  const name = `${fileNameOf(scenario.title)}.json`;
  downloadText(name, content);
  announce(text.fileSaved(name));
}
