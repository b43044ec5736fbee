/** Where the keyboard goes when a dialog closes: to what was made in it, else back to where it came from. */
let next: (() => HTMLElement | null) | null = null;
let opener: HTMLElement | null = null;

export const focusAfterDialog = (find: () => HTMLElement | null): void => {
  next = find;
};

/** Does something that may take the keyboard itself, once the dialog is gone and has given it back. */
export const afterDialog = (run: () => void): void =>
  focusAfterDialog(() => {
    queueMicrotask(run);
    return null;
  });

/** Call while the dialog is first rendered: once it stands, a field inside has the focus already. */
export function rememberOpener(): void {
  const active = document.activeElement;
  // One dialog may lead to another: what opened the first is what counts.
  if (active instanceof HTMLElement && !active.closest('[role="dialog"]')) opener = active;
}

/** For the dialog's own closing. @returns whether the focus was moved. */
export function focusBack(): boolean {
  const made = next?.();
  next = null;
  const target = made ?? (opener?.isConnected ? opener : null);
  target?.focus();
  return target !== null;
}
