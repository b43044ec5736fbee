/**
 * The instance metadata service: what a request from inside gets.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
 */
import type { MetadataEntry } from '../../model/inside';
import type { MetadataOptions } from './metadata';
import { readMetadata } from './metadata-tree';

export interface MetadataRequest {
  readonly method: 'GET' | 'PUT';
  /** `/latest/meta-data/instance-id` */
  readonly path: string;
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Network hops from who asks to the service: 1 from the instance itself, 2 from a container behind a bridge. Absent: 1. */
  readonly hops?: number;
  /** By which address: 169.254.169.254, or fd00:ec2::254. Absent: 4. */
  readonly family?: 4 | 6;
  /** When it is asked, ms: a token lasts as long as was asked for. */
  readonly at?: number;
}

export interface MetadataResponse {
  readonly status: number | 'no answer';
  readonly body: string;
}

export const METADATA_ADDRESS = { 4: '169.254.169.254', 6: 'fd00:ec2::254' } as const;
export const TOKEN_HEADER = 'X-aws-ec2-metadata-token';
export const TOKEN_TTL_HEADER = 'X-aws-ec2-metadata-token-ttl-seconds';
/** Seconds: six hours. */
export const MAX_TOKEN_TTL = 21_600;

const TOKEN_PATH = '/latest/api/token';
const NO_ANSWER: MetadataResponse = { status: 'no answer', body: '' };

/** @param tree what stands below `/latest/`, see `metadataTree` */
export function requestMetadata(
  options: MetadataOptions,
  tree: readonly MetadataEntry[],
  request: MetadataRequest,
): MetadataResponse {
  if (request.family === 6 && !(options.nitro && options.ipv6Endpoint === 'enabled')) return NO_ANSWER;
  if (options.httpEndpoint === 'disabled') return { status: 403, body: '' };
  return request.method === 'PUT' ? putToken(options, request) : get(options, tree, request);
}

function putToken(options: MetadataOptions, request: MetadataRequest): MetadataResponse {
  const answer = tokenAnswer(options, request);
  // Only the answer to a PUT has its hops limited: it is lost on the way, whatever it says.
  return (request.hops ?? 1) > options.hopLimit ? NO_ANSWER : answer;
}

function tokenAnswer({ instanceId }: MetadataOptions, request: MetadataRequest): MetadataResponse {
  // A proxy that is open to others adds this header: its PUT is refused, so that nobody outside gets a token.
  if (headerOf(request, 'X-Forwarded-For') !== undefined) return { status: 403, body: '' };
  if (request.path !== TOKEN_PATH) return { status: 404, body: '' };
  const ttl = headerOf(request, TOKEN_TTL_HEADER) ?? '';
  const seconds = /^\d{1,5}$/.test(ttl) ? Number(ttl) : 0;
  if (seconds < 1 || seconds > MAX_TOKEN_TTL) return { status: 400, body: '' };
  return { status: 200, body: makeToken(instanceId, (request.at ?? 0) + seconds * 1000) };
}

function get(
  options: MetadataOptions,
  tree: readonly MetadataEntry[],
  request: MetadataRequest,
): MetadataResponse {
  const token = headerOf(request, TOKEN_HEADER);
  const refused =
    token === undefined
      ? options.httpTokens === 'required'
      : !isValidToken(token, options.instanceId, request.at ?? 0);
  if (refused) return { status: 401, body: '' };
  const path = /^\/latest(?:\/(.*))?$/.exec(request.path);
  if (path === null)
    return request.path === '/' ? { status: 200, body: 'latest' } : { status: 404, body: '' };
  const body = readMetadata(tree, path[1] ?? '');
  return body === undefined ? { status: 404, body: '' } : { status: 200, body };
}

/** Ours is readable: whose it is, and until when (ms). AWS's is not. */
const makeToken = (instanceId: string, until: number): string => `token:${instanceId}:${until}`;

/** It is good on the instance that it was made on, until it has run out. */
function isValidToken(token: string, instanceId: string, at: number): boolean {
  const [, owner, until] = /^token:(.+):(\d+)$/.exec(token) ?? [];
  return owner === instanceId && at < Number(until);
}

function headerOf({ headers = {} }: MetadataRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
