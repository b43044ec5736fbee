/** Questions for `trace`: of options, or of a file with many. */
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

export function readQuery({ values }: Options): Result<PathQuery> {
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
  return ok(query);
}

/** @returns the file's questions; fails for anything that is not a question, so that a slip is not answered as something else */
export function readQueries(file: string, { values }: Options): Result<readonly PathQuery[]> {
  const both = [...NUMBERS.map(([option]) => option), 'from', 'to', 'protocol'].find((option) =>
    values.has(option),
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
const KNOWN = new Set<string>([...TEXTS, 'protocol', ...NUMBERS.map(([, property]) => property)]);

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
  return ok(query);
}

const isProtocol = (text: string): boolean =>
  ['tcp', 'udp', 'icmp', 'icmpv6'].includes(text.toLowerCase()) ||
  (/^\d{1,3}$/.test(text) && Number(text) <= 255);

const wrongProtocol = (where: string, value: string): ReturnType<typeof fail> =>
  fail('not-allowed', `${where} is ${value}; allowed: tcp, udp, icmp or a protocol number from 0 to 255.`);

const shown = (value: unknown): string =>
  value === undefined ? 'missing' : (JSON.stringify(value) ?? typeof value).slice(0, 60);
