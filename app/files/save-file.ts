/** Gives the document to the user as a file of their own. */
import { ask } from '../engine-client/engine-client';
import { documentStore } from '../state/document-store';
import { announce } from '../state/view-store';
import { frame as text } from '../strings';

export async function saveFile(): Promise<void> {
  const { document: scenario } = documentStore.getState();
  const reply = await ask((engine) => engine.makeFile());
  // Without the engine the document is still the user's: plain JSON opens as well.
  const content = reply.ok ? reply.value : `${JSON.stringify(scenario, null, 2)}\n`;
  const name = `${fileNameOf(scenario.title)}.json`;
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click is handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  announce(text.fileSaved(name));
}

/** Letters and digits of any script, dashes between; never empty, never hidden. */
export function fileNameOf(title: string): string {
  const name = title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return name || 'scenario';
}
