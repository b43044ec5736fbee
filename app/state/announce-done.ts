/** Says that an edit was made. How its label is turned into a report is loaded with the first one. */
import { announce } from './view-store';

export const announceDone = (label: string, notes: readonly string[] = []): void =>
  void import('../strings/en/done').then(({ asDone }) =>
    announce(notes.length === 0 ? asDone(label) : `${asDone(label)}. ${notes.join(' ')}`),
  );
