/** Opens the corner shop and starts its story. */
import { ask } from '../engine-client/engine-client';
import { Subject } from '../inspector/later-parts';
import { openDocument } from '../state/document-store';
import { announce } from '../state/view-store';
import { startStory } from './story';

export async function openDemo(): Promise<void> {
  // The story begins with the server selected.
  Subject.load();
  const { default: text } = await import('../../engine/scenarios/corner-shop/scenario.json?raw');
  const opened = await ask((engine) => engine.open([{ name: 'corner-shop.json', text }]));
  if (!opened.ok) {
    announce(opened.failure.message, 'bad');
    return;
  }
  openDocument(opened.value.document);
  await startStory();
}
