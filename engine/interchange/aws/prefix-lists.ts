/**
 * Prefix lists: describe-prefix-lists names the blocks itself, describe-managed-prefix-lists leaves them to a call per list.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_PrefixList.html, API_ManagedPrefixList.html,
 * API_PrefixListEntry.html
 */
import { parseCidr } from '../../model/ip/address';
import type { ResourceOf } from '../../catalog/descriptors';
import type { Element } from './collected';
import { commonOf, composed, present, put, regionIdOf, type Translation } from './translation';
import { objects, text, texts } from './values';

type Entry = ResourceOf<'prefix-list'>['entries'][number];

const MAX_ENTRIES = 1000;

export function addPrefixList(to: Translation, element: Element): void {
  const { value } = element;
  const common = commonOf(to, 'prefix-list', element);
  if (!common) return;
  const entries = new Map<string, Entry>();
  let unread = 0;
  const add = (cidr: string | undefined, description?: string): void => {
    if (cidr === undefined || cidr.length > 64 || parseCidr(cidr) === null) unread += 1;
    else entries.set(cidr, present({ cidr, description }));
  };
  for (const cidr of texts(value, 'Cidrs')) add(cidr);
  for (const entry of objects(value, 'Entries'))
    add(text(entry, 'Cidr'), text(entry, 'Description')?.slice(0, 255));
  if (unread > 0)
    to.report.warn(
      element.id,
      'A block of a prefix list could not be read and was left out; verdicts may differ.',
      unread,
    );
  if (entries.size > MAX_ENTRIES)
    to.report.warn(element.id, `A prefix list has more than ${MAX_ENTRIES} entries; the rest was left out.`);
  if (entries.size === 0)
    to.report.warn(
      element.id,
      'The entries of a prefix list are not in the input (give get-managed-prefix-list-entries too): what depends on them is answered unknown.',
    );
  const state = text(value, 'State')?.toLowerCase();
  put(
    to,
    element,
    composed(common, {
      kind: 'prefix-list',
      region: regionIdOf(to, element),
      prefixListName: (text(value, 'PrefixListName') ?? element.id).slice(0, 255),
      entries: [...entries.values()].slice(0, MAX_ENTRIES),
    }),
    state === undefined ? {} : { state: state.slice(0, 64) },
  );
}

/** What a route or a rule names: the list of the document, or AWS's id of one that is not there. */
export function prefixListOf(to: Translation, awsId: string | undefined): string | undefined {
  return awsId === undefined ? undefined : (to.ids.of('prefix-list', awsId) ?? to.ids.dangling(awsId));
}
