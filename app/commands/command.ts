/** One thing a user can do, as toolbar, keyboard and help sheet share it. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** `Mod` is Ctrl, and Command on a Mac. The first one is shown. */
  readonly keys: readonly string[];
  readonly isEnabled: () => boolean;
  readonly run: () => void;
}

export const always = (): boolean => true;
