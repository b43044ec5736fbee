/** Search by name, id, address, block, tag and kind. One hit for each resource, with the best reason for it. */
import type { Scenario } from '../catalog/descriptors';
import { cidrContains, cidrHas, parseAddress, parseCidr, type Address, type Cidr } from '../model/ip/address';
import type { LiveState } from '../model/live';
import type { ResourceId } from '../model/resource';
import { entriesOf, type SearchEntry } from './entries';

/** Why something was found, best reason first. */
export const MATCH_TYPES = [
  'name',
  'id',
  'address',
  /** It has the block asked for, or one that lies in it. */
  'block',
  /** The address or block asked for lies in the block of this one. */
  'within',
  'tag',
  'kind',
  /** A rule or a route of it names the block. */
  'rule',
  'text',
] as const;
export type MatchType = (typeof MATCH_TYPES)[number];

export interface Match {
  readonly type: MatchType;
  /** What matched, as it is written in the document: `10.0.1.0/24`, `env=prod`. */
  readonly text: string;
}

export interface SearchHit {
  readonly id: ResourceId;
  readonly match: Match;
}

interface Ranked extends Match {
  /** 0 is equal, 3 is somewhere inside a word. */
  readonly rank: number;
}

/**
 * @param live the state of the run at the moment shown: addresses that exist only while an instance runs are found, too.
 * @param query free text; several words must all match. `key=value` asks for a tag.
 * @returns hits ordered by reason, then by how well they match, then by id.
 */
export function findResources(scenario: Scenario, live: LiveState, query: string): readonly SearchHit[] {
  const whole = query.trim().toLowerCase();
  if (whole === '') return [];
  const term = termOf(whole);
  const words = whole.split(/\s+/);
  const terms = words.length > 1 ? words.map(termOf) : [];
  const found: { readonly id: ResourceId; readonly match: Ranked }[] = [];
  for (const entry of entriesOf(scenario)) {
    const addresses = liveAddresses(live, entry.id);
    const match = matchOf(entry, addresses, term) ?? matchOfAll(entry, addresses, terms);
    if (match) found.push({ id: entry.id, match });
  }
  return found
    .sort((a, b) => order(a.match) - order(b.match))
    .map(({ id, match }) => ({ id, match: { type: match.type, text: match.text } }));
}

const order = (match: Ranked): number => MATCH_TYPES.indexOf(match.type) * 4 + match.rank;

/** One word of the query, read as everything that it may be. */
interface Term {
  readonly text: string;
  readonly address: Address | null;
  readonly cidr: Cidr | null;
  readonly tag: { readonly key: string; readonly value: string } | null;
}

function termOf(text: string): Term {
  const equals = text.indexOf('=');
  return {
    text,
    address: parseAddress(text),
    cidr: text.includes('/') ? parseCidr(text) : null,
    tag: equals > 0 ? { key: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() } : null,
  };
}

/** Every word must match; the first one says why. */
function matchOfAll(entry: SearchEntry, addresses: readonly string[], terms: readonly Term[]): Ranked | null {
  const matches = terms.map((term) => matchOf(entry, addresses, term));
  return matches.every((match) => match !== null) ? (matches[0] ?? null) : null;
}

function matchOf(entry: SearchEntry, addresses: readonly string[], term: Term): Ranked | null {
  if (term.tag) return tagOf(entry, term.tag);
  return (
    bestOf('name', entry.names, term.text) ??
    bestOf('id', [entry.id], term.text) ??
    startOf('address', [...entry.addresses, ...addresses], term) ??
    blockOf(entry, term) ??
    valueOfTag(entry, term.text) ??
    bestOf('kind', entry.kindNames, term.text, 2) ??
    bestOf('text', entry.words, term.text)
  );
}

/** @param worst matches that are less good do not count: `nat` is not meant to find every “interNATional”. */
function bestOf(type: MatchType, texts: readonly string[], wanted: string, worst = 3): Ranked | null {
  let best: Ranked | null = null;
  for (const text of texts) {
    const rank = rankOf(text.toLowerCase(), wanted);
    if (rank !== null && rank <= worst && (best === null || rank < best.rank)) best = { type, text, rank };
  }
  return best;
}

/** 0 equal, 1 at the start, 2 at the start of a word, 3 anywhere. */
function rankOf(text: string, wanted: string): number | null {
  const at = text.indexOf(wanted);
  if (at < 0) return null;
  if (at === 0) return text.length === wanted.length ? 0 : 1;
  return isWordStart(text, at) || text.includes(` ${wanted}`) || text.includes(`-${wanted}`) ? 2 : 3;
}

const isWordStart = (text: string, at: number): boolean => !/[a-z0-9]/.test(text.charAt(at - 1));

/** Addresses are typed from the left; `1.1` in the middle of one means nothing. */
function startOf(type: MatchType, texts: readonly string[], term: Term): Ranked | null {
  const whole = term.address;
  for (const text of texts)
    if (text === term.text || (whole !== null && parseAddress(text) === whole))
      return { type, text, rank: 0 };
  if (!/^[\da-f]+[.:]/.test(term.text) || whole !== null) return null;
  const found = texts.find((text) => text.startsWith(term.text));
  return found === undefined ? null : { type, text: found, rank: 1 };
}

function blockOf(entry: SearchEntry, term: Term): Ranked | null {
  const { address, cidr } = term;
  for (const block of entry.blocks) {
    const type = block.own ? 'block' : 'rule';
    if (cidr && cidr.prefix === block.cidr.prefix && cidrContains(block.cidr, cidr))
      return { type, text: block.text, rank: 0 };
    if (!block.own) continue;
    const inside = address === null ? cidr && cidrContains(block.cidr, cidr) : cidrHas(block.cidr, address);
    // The smallest block around comes first: a subnet before its VPC.
    if (inside) return { type: 'within', text: block.text, rank: 3 - (3 * block.cidr.prefix) / 128 };
    if (cidr && cidrContains(cidr, block.cidr)) return { type: 'block', text: block.text, rank: 1 };
  }
  if (address !== null || cidr) return null;
  return startOf(
    'block',
    entry.blocks.filter(({ own }) => own).map(({ text }) => text),
    term,
  );
}

function tagOf(entry: SearchEntry, wanted: { readonly key: string; readonly value: string }): Ranked | null {
  const named = entry.names[0] === undefined ? [] : [['name', entry.names[0]] as const];
  for (const [key, value] of [...named, ...entry.tags]) {
    if (key.toLowerCase() !== wanted.key) continue;
    const rank = wanted.value === '' ? 1 : rankOf(value.toLowerCase(), wanted.value);
    if (rank !== null && rank <= 2) return { type: 'tag', text: `${key}=${value}`, rank };
  }
  return null;
}

function valueOfTag(entry: SearchEntry, wanted: string): Ranked | null {
  for (const [key, value] of entry.tags) {
    const rank = rankOf(`${key}=${value}`.toLowerCase(), wanted);
    if (rank !== null) return { type: 'tag', text: `${key}=${value}`, rank };
  }
  return null;
}

function liveAddresses(live: LiveState, id: ResourceId): readonly string[] {
  const fields = live[id];
  if (!fields) return [];
  return [fields.privateIp, fields.publicIp, fields.privateDnsName, fields.publicDnsName].filter(
    (text): text is string => typeof text === 'string',
  );
}
