/** How a note of a run becomes a line of the event log. */
import type { RunEvent } from './live';

export interface Wording {
  readonly severity: RunEvent['severity'];
  /** AWS documentation page. */
  readonly source: string;
  /** @param name what people call the subject; @param detail what came with the note. */
  readonly text: (name: string, detail: unknown) => string;
}

/** By note code. */
export type Words = Readonly<Record<string, Wording>>;
