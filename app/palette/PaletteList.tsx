/** Everything that can be added, in groups and by search: drag it, click it and click where it goes, or press Enter. */
import { Search } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { DESCRIPTORS, type KindDescriptor } from '../../engine';
import { press } from '../canvas/gesture/drive';
import { useDocument, useView } from '../state/hooks';
import { paletteText as text } from '../strings/en/palette';
import { PALETTE_SEARCH_ID } from './search-id';
import { KindIcon } from '../ui/KindIcon';
import { placeNow } from './place-now';

const GROUPS = ['start', 'gateways', 'storage', 'security'] as const;
const ENTRIES = (DESCRIPTORS as readonly KindDescriptor[]).filter(({ importOnly }) => !importOnly);

export default function PaletteList() {
  const [query, setQuery] = useState('');
  const hasInternet = useDocument(({ document }) =>
    Object.values(document.resources).some((resource) => resource.kind === 'internet'),
  );
  const found = ENTRIES.filter((entry) => matches(entry, query));
  const groups = [...GROUPS, ...(hasInternet ? [] : (['world'] as const))]
    .map((group) => ({ group, entries: found.filter((entry) => entry.category === group) }))
    .filter(({ entries }) => entries.length > 0);
  const first = groups[0]?.entries[0];

  const searchKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && query && first) void placeNow(first.kind);
    if (event.key === 'Escape' && query) {
      event.preventDefault();
      event.stopPropagation();
      setQuery('');
    }
  };

  return (
    <div className="palette">
      <label className="palette-search">
        <Search size={15} aria-hidden />
        <span className="sr-only">{text.search}</span>
        <input
          id={PALETTE_SEARCH_ID}
          type="search"
          placeholder={text.search}
          value={query}
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={searchKey}
        />
        <kbd aria-hidden>/</kbd>
      </label>
      <p className="sr-only">{text.hint}</p>
      {groups.map(({ group, entries }) => (
        <section key={group} aria-label={text.groups[group]}>
          <h2>{text.groups[group]}</h2>
          <ul onKeyDown={walk}>
            {entries.map((entry) => (
              <li key={entry.kind}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <p className="palette-nothing">{text.nothing(query)}</p>}
    </div>
  );
}

function Entry({ entry }: { readonly entry: KindDescriptor }) {
  const carried = useView(({ carrying }) => carrying?.kind === entry.kind);
  return (
    <button
      type="button"
      className="palette-entry"
      title={entry.summary}
      data-carried={carried || undefined}
      onPointerDown={(event) => {
        if (event.button === 0) press({ type: 'entry', kind: entry.kind }, event.nativeEvent);
      }}
      // A click without a pointer is the keyboard's, or a screen reader's.
      onClick={(event) => {
        if (event.detail === 0) void placeNow(entry.kind);
      }}
    >
      <KindIcon kind={entry.kind} size={20} />
      {entry.label}
    </button>
  );
}

function matches(entry: KindDescriptor, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [entry.label, entry.kind, entry.cloudFormationType ?? '', ...(SHORT[entry.kind] ?? [])].some(
    (name) => name.toLowerCase().includes(wanted),
  );
}

/** What people call them. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  instance: ['EC2', 'server', 'machine'],
  'network-interface': ['ENI'],
  'internet-gateway': ['IGW'],
  'network-acl': ['NACL'],
  'elastic-ip': ['EIP', 'address'],
  volume: ['EBS', 'disk'],
  'security-group': ['SG', 'firewall'],
  'load-balancer': ['ALB', 'NLB', 'ELB'],
  'vpc-endpoint': ['PrivateLink', 'S3', 'DynamoDB'],
  'vpc-peering-connection': ['PCX'],
  'egress-only-internet-gateway': ['EIGW', 'IPv6'],
};

/** Up and down go from entry to entry across the groups. */
function walk(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const all = [...document.querySelectorAll<HTMLElement>('.palette-entry')];
  const next = all[all.indexOf(event.target as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
