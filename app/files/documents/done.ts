/** What an action of the dialog did, in words, and how to take it back. */
export interface Done {
  readonly words: string;
  readonly isBad?: boolean;
  readonly undo?: () => Promise<void>;
}

/** Runs an action of the dialog, says what it did or why it did not, and reads the list again. */
export type Act = (action: () => Promise<Done | null>) => Promise<void>;
