/** Characters of a share link for a three-tier network placed by hand, without texts, with the document's own ids. */
import { makeLink, parseLink } from '../../engine/share/link';
import { shareSample } from '../../engine/testing/share-sample';
import type { Row } from '../row';

const BUDGETS = [
  { instances: 10, characters: 700 },
  { instances: 50, characters: 1500 },
  { instances: 100, characters: 2300 },
] as const;

export function measure(): Promise<readonly Row[]> {
  const rows = BUDGETS.map(({ instances, characters }): Row => {
    const link = makeLink(shareSample(instances));
    const opened = parseLink(link);
    if (!opened.ok)
      throw new Error(`The link of ${instances} instances does not open: ${opened.error.message}`);
    return {
      what: `share link, ${instances} instances`,
      figure: link.length,
      unit: 'characters',
      budget: characters,
    };
  });
  return Promise.resolve(rows);
}
