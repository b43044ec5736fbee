/** Where the keyboard goes when the dialog closes, if not back to where it came from. */
let next: (() => HTMLElement | null) | null = null;

export const focusAfterDialog = (find: () => HTMLElement | null): void => {
  next = find;
};

/** For the dialog's own closing. @returns whether the focus was moved. */
export function takeFocusAfterDialog(): boolean {
  const element = next?.();
  next = null;
  element?.focus();
  return element !== null && element !== undefined;
}
