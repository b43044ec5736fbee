/** One thing a user can do, as toolbar, keyboard, command palette and help sheet share it. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  /** A getter: the language is chosen after the commands are loaded. */
  readonly label: string;
  /** `Mod` is Ctrl, and Command on a Mac. The first one is shown. */
  readonly keys: readonly string[];
  /** Its keys act in a text field, too: they type nothing there. */
  readonly whileTyping?: true;
  /** The browser answers its keys with an event of its own, the only one that may touch the clipboard: they are left to it. */
  readonly byBrowser?: true;
  readonly isEnabled: () => boolean;
  /** One sentence for when it is not enabled: what it needs. */
  readonly needs?: string;
  readonly run: () => void;
}

/** In the order of the help sheet. */
export const COMMAND_GROUPS = ['find', 'edit', 'arrange', 'view', 'simulate', 'document', 'help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export const always = (): boolean => true;
