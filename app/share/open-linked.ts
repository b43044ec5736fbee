/** Opens what a link held: to be edited as a document of this browser, or only to be looked at. */
import type { LinkState, Scenario } from '../../engine';
import { readAndOpenStored } from '../files/open-stored';
import { openAndKeep, shelf } from '../state/storage/documents';
import { documentPart } from './link-in';
import { showState } from './show-state';
import { openToView } from './view-only';

/** @param link its fragment: the same document opened before by a link and never edited is that one again */
export async function openLinked(
  document: Scenario,
  state: LinkState,
  link: string | undefined,
): Promise<void> {
  if (state.viewOnly) openToView(document);
  else {
    const part = link === undefined ? undefined : documentPart(link);
    const known = part === undefined ? undefined : await findUnchanged(part);
    if (!known || !(await readAndOpenStored(known))) await openAndKeep(document, part);
  }
  await showState(state);
}

async function findUnchanged(part: string) {
  try {
    return await (await shelf()).ofLink(part);
  } catch {
    return undefined;
  }
}
