/** Collects what an import has to say. Equal sentences become one line with a count. */
import type { ImportLine } from '../../model/import';

export class ImportReport {
  readonly #lines = new Map<string, { line: ImportLine; where: Set<string> }>();

  /** Something is as it should be, but worth knowing. */
  info(where: string, message: string, count = 1): void {
    this.#add('info', where, message, count);
  }

  /** Something of the input is not in the document, or is a guess. */
  warn(where: string, message: string, count = 1): void {
    this.#add('warning', where, message, count);
  }

  /** Warnings first, then in the order they came up. */
  lines(): readonly ImportLine[] {
    const lines = [...this.#lines.values()].map(({ line, where }) => ({
      ...line,
      where: placesOf([...where]),
    }));
    return [
      ...lines.filter((line) => line.severity === 'warning'),
      ...lines.filter((line) => line.severity === 'info'),
    ];
  }

  #add(severity: ImportLine['severity'], where: string, message: string, count: number): void {
    const key = `${severity} ${message}`;
    const known = this.#lines.get(key);
    if (known) {
      known.line = { ...known.line, count: (known.line.count ?? 0) + count };
      known.where.add(shortened(where, 300));
    } else {
      this.#lines.set(key, {
        line: { severity, where, message, count },
        where: new Set([shortened(where, 300)]),
      });
    }
  }
}

/** All of them: whoever has to look after each must be able to find each. */
export const placesOf = (places: readonly string[]): string => places.join(', ');

/** Foreign text never floods a line. */
export const shortened = (value: string, length = 80): string =>
  value.length > length ? `${value.slice(0, length - 1)}…` : value;
