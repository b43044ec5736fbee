/** What an action of the dialog did, in words, and what can be done next: take it back, most of all. */
export interface Done {
  readonly words: string;
  readonly isBad?: boolean;
  readonly next?: { readonly label: string; readonly run: () => Promise<void> };
}

/** Runs an action of the dialog, says what it did or why it did not, and reads the list again. */
export type Act = (action: () => Promise<Done | null>) => Promise<void>;
