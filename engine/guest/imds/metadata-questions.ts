/** Ways of asking for metadata, each tried for real, and why it ends as it does. */
import type { MetadataAnswer, MetadataEntry } from '../../model/inside';
import type { MetadataOptions } from './metadata';
import {
  MAX_TOKEN_TTL,
  METADATA_ADDRESS,
  requestMetadata,
  TOKEN_HEADER,
  TOKEN_TTL_HEADER,
  type MetadataRequest,
} from './request-metadata';

const GUIDE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/';
const HOW = `${GUIDE}configuring-instance-metadata-service.html`;
const OPTIONS = `${GUIDE}configuring-instance-metadata-options.html`;
const PATH = '/latest/meta-data/instance-id';

type Question = MetadataAnswer['requests'][number];
type Status = Question['status'];

export function metadataQuestions(
  options: MetadataOptions,
  tree: readonly MetadataEntry[],
): readonly Question[] {
  const ask = (request: MetadataRequest): Status => requestMetadata(options, tree, request).status;
  const session = (from: Pick<MetadataRequest, 'hops' | 'family'>): Status => {
    const put = requestMetadata(options, tree, { ...from, ...TOKEN_REQUEST });
    if (put.status !== 200) return put.status;
    return ask({ ...from, method: 'GET', path: PATH, headers: { [TOKEN_HEADER]: put.body } });
  };
  const forwarded = {
    ...TOKEN_REQUEST,
    headers: { ...TOKEN_REQUEST.headers, 'X-Forwarded-For': '203.0.113.7' },
  };
  const off = options.httpEndpoint === 'disabled' ? 'The metadata endpoint is switched off.' : undefined;
  const line = (label: string, status: Status, reason: string, source = HOW): Question => ({
    label,
    status,
    reason: off !== undefined && status === 403 ? off : reason,
    source: off !== undefined && status === 403 ? OPTIONS : source,
  });
  const plain = ask({ method: 'GET', path: PATH });
  const v2 = session({});
  const container = session({ hops: 2 });
  const ipv6 = session({ family: 6 });
  return [
    line('IMDSv1: a plain GET', plain, plainReason(plain)),
    line(
      'IMDSv2: PUT for a token, then GET with it',
      v2,
      'The token is good on this instance for the time asked for, at most six hours.',
    ),
    line(
      'A GET with a token of another instance',
      ask({ ...STRANGER }),
      'A token is good on the instance it was made on only.',
    ),
    line(
      'A PUT that carries X-Forwarded-For',
      ask(forwarded),
      'A PUT that came through a proxy is refused, so that nobody outside gets a token.',
    ),
    line(
      'IMDSv1 from a container behind a bridge',
      ask({ method: 'GET', path: PATH, hops: 2 }),
      plainReason(plain, true),
    ),
    line('IMDSv2 from a container behind a bridge', container, hopReason(options, container), OPTIONS),
    line(`IMDSv2 by ${METADATA_ADDRESS[6]}`, ipv6, ipv6Reason(options), OPTIONS),
  ];
}

const TOKEN_REQUEST = {
  method: 'PUT',
  path: '/latest/api/token',
  headers: { [TOKEN_TTL_HEADER]: String(MAX_TOKEN_TTL) },
} as const satisfies MetadataRequest;

const STRANGER = {
  method: 'GET',
  path: PATH,
  headers: { [TOKEN_HEADER]: `token:i-another:${MAX_TOKEN_TTL * 1000}` },
} as const satisfies MetadataRequest;

function plainReason(status: Status, contained = false): string {
  if (status === 401) return 'HttpTokens is "required": a request without a token is refused.';
  return contained
    ? 'HttpTokens is "optional", and the hop limit counts for the answer to a PUT only.'
    : 'HttpTokens is "optional": a request needs no token.';
}

function hopReason({ hopLimit }: MetadataOptions, status: Status): string {
  return status === 'no answer'
    ? `The answer to the PUT may take ${hopLimit} ${hopLimit === 1 ? 'hop' : 'hops'} and needs 2: it is lost at the bridge. Raise httpPutResponseHopLimit to 2.`
    : `The answer to the PUT may take ${hopLimit} hops and needs 2.`;
}

function ipv6Reason({ nitro, ipv6Endpoint }: MetadataOptions): string {
  if (!nitro) return 'Only types on the Nitro system have the IPv6 endpoint.';
  return ipv6Endpoint === 'enabled'
    ? 'The IPv6 endpoint is switched on.'
    : 'The IPv6 endpoint is switched off, as it is by default: httpProtocolIpv6.';
}
