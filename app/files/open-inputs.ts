/** Opens whatever it is as a new document. What is open now is never replaced, only put aside. */
import type { InputFile } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { openLinked } from '../share/open-linked';
import { openAndKeep } from '../state/storage/documents';
import { announce, setView } from '../state/view-store';
import { files as text } from '../strings';
import { viewOnlyBar } from '../strings/en/view-only';
import { openedStore } from './opened-store';
import { readFiles, type FoundFile } from './read-files';

export interface OpenOptions {
  readonly from: 'link' | 'files';
  /** The fragment it came from. */
  readonly link?: string;
  /** A refusal is only announced: for a paste that may have been a slip. */
  readonly quiet?: boolean;
}

/** @returns whether a document was opened. */
export async function openInputs(files: readonly InputFile[], options: OpenOptions): Promise<boolean> {
  const reply = await ask((engine) => engine.open(files));
  if (!reply.ok) {
    if (options.quiet) {
      announce(text.pasteNotUnderstood(reply.failure.message), 'bad');
    } else {
      openedStore.setState({ failure: { failure: reply.failure, from: options.from } });
      setView({ dialog: 'not-opened' });
    }
    return false;
  }
  const { document: scenario, report, from, state = {} } = reply.value;
  if (from === 'link') await openLinked(scenario, state, options.link);
  else await openAndKeep(scenario);
  announce(state.viewOnly ? viewOnlyBar.opened(scenario.title) : text.opened(scenario.title));
  openedStore.setState({
    report: { title: scenario.title, count: Object.keys(scenario.resources).length, lines: report },
  });
  setView({ dialog: report.length > 0 ? 'report' : null });
  return true;
}

/** Reads and opens what was dropped or chosen. */
export async function openFound(found: readonly FoundFile[]): Promise<boolean> {
  const reading = await readFiles(found);
  if (reading.ok) return openInputs(reading.files, { from: 'files' });
  openedStore.setState({
    failure: { failure: { reason: 'invalid', message: reading.message }, from: 'files' },
  });
  setView({ dialog: 'not-opened' });
  return false;
}
