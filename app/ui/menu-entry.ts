import type { ReactNode } from 'react';

/** One line of a menu. */
export type MenuEntry =
  | {
      readonly label: string;
      readonly run: () => void;
      readonly icon?: ReactNode;
      /** As shown to the reader. */
      readonly keys?: string;
      readonly disabled?: boolean;
      /** Second line: what it means, or why it can't be done now. */
      readonly hint?: string;
      readonly tone?: 'bad';
      /** Named above the first of those that follow one another in it. */
      readonly group?: string;
      /** Present: a choice, on or off. */
      readonly checked?: boolean;
    }
  | 'separator';
