/** Questions for `trace`: of options, or of a file with many. */
import { parseAddress } from '../engine/model/ip/address';
import { parseJson } from '../engine/model/json';
import type { PathQuery } from '../engine/model/path';
import { fail, ok, type Result } from '../engine/model/result';
import { parseInteger, type Options } from './options';
import { readText } from './read-input';

const MAX_QUERIES = 1_000_000;

/** The numbers a question may hold: option, property, highest value. */
const NUMBERS = [
  ['port', 'port', 65535],
  ['source-port', 'sourcePort', 65535],
  ['icmp-type', 'icmpType', 255],
  ['icmp-code', 'icmpCode', 255],
] as const;

/** The option of each property besides the ends and the protocol. */
const OPTION_OF = {
  port: 'port',
  sourcePort: 'source-port',
  icmpType: 'icmp-type',
  icmpCode: 'icmp-code',
  sourceAddress: 'source-address',
  ignoreServices: 'ignore-services',
} as const;
type Property = keyof typeof OPTION_OF;

export function readQuery({ values, switches }: Options): Result<PathQuery> {
  const from = values.get('from');
  const to = values.get('to');
  if (from === undefined || to === undefined)
    return fail(
      'not-allowed',
      `--${from === undefined ? 'from' : 'to'} is missing; expected: a resource id, a Name tag, an IP address or internet.`,
    );
  const protocol = values.get('protocol');
  const query: { -readonly [K in keyof PathQuery]: PathQuery[K] } = { from, to };
  if (protocol !== undefined) {
    if (!isProtocol(protocol)) return wrongProtocol('--protocol', shown(protocol));
    query.protocol = protocol;
  }
  for (const [option, property, max] of NUMBERS) {
    const value = values.get(option);
    if (value === undefined) continue;
    const number = parseInteger(`--${option}`, value, 0, max);
    if (!number.ok) return number;
    query[property] = number.value;
  }
  const sourceAddress = values.get('source-address');
  if (sourceAddress !== undefined) query.sourceAddress = sourceAddress;
  if (switches.has('ignore-services')) query.ignoreServices = true;
  return checked(query, (property) => `--${OPTION_OF[property]}`);
}

/** @returns the file's questions; fails for anything that is not a question, so that a slip is not answered as something else */
export function readQueries(file: string, { values, switches }: Options): Result<readonly PathQuery[]> {
  const both = [...Object.values(OPTION_OF), 'from', 'to', 'protocol'].find(
    (option) => values.has(option) || switches.has(option),
  );
  if (both !== undefined)
    return fail('not-allowed', `--queries and --${both} do not go together; put ${both} into the file.`);
  const text = readText(file);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (!json.ok) return fail(json.error.reason, `${file}: ${json.error.message}`);
  if (!Array.isArray(json.value))
    return fail(
      'invalid',
      `${file}: this is not a JSON array; expected: an array of { id?, from, to, protocol?, port?, … }.`,
    );
  if (json.value.length > MAX_QUERIES)
    return fail(
      'too-large',
      `${file}: ${json.value.length} queries; at most ${MAX_QUERIES} are answered at once.`,
    );
  const queries: PathQuery[] = [];
  for (const [index, value] of (json.value as readonly unknown[]).entries()) {
    const query = readOne(`${file}: [${index}]`, value);
    if (!query.ok) return query;
    queries.push(query.value);
  }
  return ok(queries);
}

const TEXTS = ['id', 'from', 'to'] as const;
const KNOWN = new Set<string>([...TEXTS, 'protocol', ...Object.keys(OPTION_OF)]);

function readOne(where: string, value: unknown): Result<PathQuery> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('invalid', `${where} is not an object; expected: { id?, from, to, protocol?, port?, … }.`);
  const given = value as Readonly<Record<string, unknown>>;
  const query: { -readonly [K in keyof PathQuery]: PathQuery[K] } = { from: '', to: '' };
  for (const key of Object.keys(given))
    if (!KNOWN.has(key))
      return fail('invalid', `${where}.${key} is not known; allowed: ${[...KNOWN].join(', ')}.`);
  for (const key of TEXTS) {
    const text = given[key];
    if (text === undefined && key === 'id') continue;
    if (typeof text !== 'string' || text === '')
      return fail(
        'invalid',
        `${where}.${key} is ${shown(text)}; expected: ${key === 'id' ? 'a text' : 'a resource id, a Name tag, an IP address or internet'}.`,
      );
    query[key] = text;
  }
  const { protocol } = given;
  if (protocol !== undefined) {
    const word = typeof protocol === 'number' ? String(protocol) : protocol;
    if (typeof word !== 'string' || !isProtocol(word))
      return wrongProtocol(`${where}.protocol`, shown(protocol));
    query.protocol = word;
  }
  for (const [, property, max] of NUMBERS) {
    const number = given[property];
    if (number === undefined) continue;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > max)
      return fail(
        'invalid',
        `${where}.${property} is ${shown(number)}; allowed: a whole number from 0 to ${max}.`,
      );
    query[property] = number;
  }
  const { sourceAddress, ignoreServices } = given;
  if (sourceAddress !== undefined) {
    if (typeof sourceAddress !== 'string')
      return fail(
        'invalid',
        `${where}.sourceAddress is ${shown(sourceAddress)}; allowed: an IPv4 or IPv6 address.`,
      );
    query.sourceAddress = sourceAddress;
  }
  if (ignoreServices !== undefined) {
    if (typeof ignoreServices !== 'boolean')
      return fail('invalid', `${where}.ignoreServices is ${shown(ignoreServices)}; allowed: true or false.`);
    query.ignoreServices = ignoreServices;
  }
  return checked(query, (property) => `${where}.${property}`);
}

/** Numbers that a protocol has no place for, and what is no address: refused before anything is answered. */
function checked(query: PathQuery, named: (property: Property) => string): Result<PathQuery> {
  const protocol = (query.protocol ?? 'tcp').toLowerCase();
  const hasPorts = ['tcp', 'udp', '6', '17'].includes(protocol);
  const hasTypes = ['icmp', 'icmpv6', '1', '58'].includes(protocol);
  for (const property of ['port', 'sourcePort'] as const)
    if (query[property] !== undefined && !hasPorts)
      return fail(
        'invalid',
        `${named(property)} is ${query[property]}, but ${wordOf(protocol)} has no ports; allowed with tcp and udp only.`,
      );
  for (const property of ['icmpType', 'icmpCode'] as const)
    if (query[property] !== undefined && !hasTypes)
      return fail(
        'invalid',
        `${named(property)} is ${query[property]}, but the protocol is ${wordOf(protocol)}; allowed with icmp and icmpv6 only.`,
      );
  if (query.sourceAddress !== undefined && parseAddress(query.sourceAddress) === null)
    return fail(
      'invalid',
      `${named('sourceAddress')} is ${shown(query.sourceAddress)}; allowed: an IPv4 or IPv6 address.`,
    );
  return ok(query);
}

const wordOf = (protocol: string): string => (/^\d/.test(protocol) ? `protocol ${protocol}` : protocol);

const isProtocol = (text: string): boolean =>
  ['tcp', 'udp', 'icmp', 'icmpv6'].includes(text.toLowerCase()) ||
  (/^\d{1,3}$/.test(text) && Number(text) <= 255);

const wrongProtocol = (where: string, value: string): ReturnType<typeof fail> =>
  fail(
    'not-allowed',
    `${where} is ${value}; allowed: tcp, udp, icmp, icmpv6 or a protocol number from 0 to 255.`,
  );

const shown = (value: unknown): string =>
  value === undefined ? 'missing' : (JSON.stringify(value) ?? typeof value).slice(0, 60);
