/** The order of ids in a table: what stands before the number by code unit, then the number. A frozen copy. */
export function compareIds(a: string, b: string): number {
  const [stemA, stemB] = [stemOf(a), stemOf(b)];
  if (stemA !== stemB) return stemA < stemB ? -1 : 1;
  return Number(a.slice(stemA.length)) - Number(b.slice(stemB.length)) || (a < b ? -1 : a > b ? 1 : 0);
}

function stemOf(id: string): string {
  let end = id.length;
  while (end > 0 && isDigit(id.charCodeAt(end - 1))) end -= 1;
  return id.slice(0, end);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The number of `i-7` for the prefix `i`; 0 for an id that is not of this form. */
export function numberIn(id: string, prefix: string): number {
  const digits = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : '';
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : 0;
}

/** What stands before the dash and the number of the first id that ends so; nothing if none does. */
export function prefixOf(ids: readonly string[]): string | undefined {
  for (const id of ids) {
    const [, prefix] = /^(.+)-[1-9]\d{0,8}$/.exec(id) ?? [];
    if (prefix !== undefined) return prefix;
  }
  return undefined;
}
