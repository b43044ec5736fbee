/** Lists that were given and that the document can't hold: one line each, so that nothing disappears silently. */
import type { OtherList } from './lists';
import { placesOf, type ImportReport } from './report';

export class UnheldLists {
  readonly #lists = new Map<OtherList, { count: number; where: string[] }>();

  add(list: OtherList, where: string, count: number): void {
    const known = this.#lists.get(list) ?? { count: 0, where: [] };
    if (count > 0) known.where.push(where);
    known.count += count;
    this.#lists.set(list, known);
  }

  report(report: ImportReport): void {
    for (const [list, { count, where: files }] of this.#lists) {
      if (count === 0) continue;
      const where = placesOf([...new Set(files)]);
      const things = `${count} ${count === 1 ? list.one : list.many} ${count === 1 ? 'is' : 'are'} not held yet`;
      if (list.effect === 'path')
        report.warn(where, `${things}; a path through one is answered unknown.`, count);
      else if (list.effect === 'filter')
        report.warn(where, `${things}; a verdict that depends on one is answered unknown.`, count);
      else report.info(where, `${things}; verdicts do not depend on them.`, count);
    }
  }
}
