/** Characters of a share link for a three-tier network placed by hand, without texts, with the document's own ids. */
import { makeLink, parseLink } from '../../engine/share/link';
import { shareSample } from '../../engine/testing/share-sample';
import type { Row } from '../row';

const BUDGETS = [
  { instances: 10, characters: 700 },
  { instances: 50, characters: 1500 },
  { instances: 100, characters: 2300 },
] as const;

/** Sixteen random hexadecimal digits for every instance, interface and volume. */
function charactersOfAnAwsId(): number {
  const document = shareSample(100);
  let state = 99;
  const digit = () => {
    state = (state * 16_807) % 2_147_483_647;
    return (state % 16).toString(16);
  };
  const ids = Object.keys(document.resources).filter((id) => /^(?:i|eni|vol)-/.test(id));
  const observed = Object.fromEntries(
    ids.map((id) => [
      id,
      { awsId: `${id.replace(/\d+$/, '')}0${Array.from({ length: 16 }, digit).join('')}` },
    ]),
  );
  return (makeLink({ ...document, observed }).length - makeLink(document).length) / ids.length;
}

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
  rows.push({
    what: 'share link, each AWS id of an import',
    figure: Math.round(charactersOfAnAwsId() * 10) / 10,
    unit: 'characters',
    budget: 11,
  });
  return Promise.resolve(rows);
}
