/** Where a key takes the keyboard in a grid, or `null` for a key that means nothing there. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** @param page rows of a page */
export function spotFor({ key, ctrlKey }: Press, at: Spot, size: number, page: number): Spot | null {
  const last = size - 1;
  const to = (row: number, column: number): Spot => ({
    row: Math.max(0, Math.min(last, row)),
    column: Math.max(0, Math.min(last, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'PageUp':
      return to(at.row - page, at.column);
    case 'PageDown':
      return to(at.row + page, at.column);
    case 'Home':
      return ctrlKey ? to(0, 0) : to(at.row, 0);
    case 'End':
      return ctrlKey ? to(last, last) : to(at.row, last);
    default:
      return null;
  }
}
