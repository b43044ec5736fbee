/** What comes over the network: S3, the AWS API, an address. */
import { placeOf, type Action } from '../actions';
import { hasOption, readOptions, type Command } from '../shell/command';

/** IPv4 and IPv6 addresses of the instance metadata service: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html */
const METADATA_HOSTS = ['169.254.169.254', 'fd00:ec2::254', 'instance-data'];
const AWS_VALUES = [
  '--region',
  '--profile',
  '--endpoint-url',
  '--output',
  '--query',
  '--exclude',
  '--include',
];

export function readAws({ args }: Command): Action | undefined {
  const options = readOptions(args, AWS_VALUES);
  const [service, operation, ...operands] = options.rest;
  if (!service?.known || !operation?.known || !/^[a-z][a-z0-9-]*$/.test(service.text)) return undefined;
  if (service.text === 'configure') return { kind: 'local', what: 'command' };
  if (service.text === 's3') return readS3(operation.text, operands);
  const region = options.values.get('--region');
  return {
    kind: 'call-aws',
    service: service.text === 's3api' ? 's3' : service.text,
    operation: operation.text,
    ...(region !== undefined && isRegion(region) && { region }),
  };
}

export const isRegion = (text: string): boolean => /^[a-z]{2}(-[a-z]+)+-\d$/.test(text);

function readS3(operation: string, operands: Command['args']): Action | undefined {
  if (!['cp', 'sync', 'mv', 'ls'].includes(operation)) return undefined;
  const [from, to] = operands;
  const source = bucketOf(from);
  const target = bucketOf(to);
  const place = source ?? target;
  if (!place) return undefined;
  return {
    kind: 'fetch-s3',
    bucket: place.bucket,
    key: place.key,
    to: source ? (to?.text ?? '') : (from?.text ?? ''),
    upload: !source,
  };
}

/** Bucket names: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export function bucketOf(word: { readonly text: string; readonly known: boolean } | undefined) {
  if (!word) return undefined;
  const match = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(word.text);
  if (!match?.[1]) return undefined;
  // The key may depend on a variable, the bucket not: `$` is in no bucket's name.
  return { bucket: match[1], key: match[2] ?? '' };
}

const CURL_VALUES = [
  ...[
    '-o',
    '--output',
    '-H',
    '--header',
    '-X',
    '--request',
    '-d',
    '--data',
    '-A',
    '-u',
    '--user',
    '-e',
    '-b',
    '-c',
  ],
  ...[
    '-m',
    '--max-time',
    '--connect-timeout',
    '--retry',
    '--retry-delay',
    '-F',
    '-T',
    '-w',
    '--cacert',
    '-x',
  ],
];

export function readCurl(command: Command): Action | undefined {
  const options = readOptions(withoutBundles(command.args), CURL_VALUES);
  const url = options.values.get('--url') ?? options.rest[0]?.text;
  if (url === undefined || options.values.has('-x')) return undefined;
  const place = placeOf(url);
  if (!place || !hostKnown(url, options.rest[0]?.known ?? true)) return undefined;
  if (METADATA_HOSTS.includes(place.host)) {
    const put = command.args.some(({ text }) => text === 'PUT' || text === '-XPUT');
    const token = command.args.some(({ text }) => /^X-aws-ec2-metadata-token\b/i.test(text));
    return readMetadata(url, put || token ? 'v2' : 'v1');
  }
  const retries = wholeNumber(options.values.get('--retry')) ?? 0;
  return fetchUrl('curl', url, {
    ...connectTimeout(
      options.values.get('--connect-timeout') ?? options.values.get('-m') ?? options.values.get('--max-time'),
    ),
    attempts: Math.min(retries, 100) + 1,
  });
}

/** `-sSfo file` is `-sSf -o file`. */
function withoutBundles(args: Command['args']): Command['args'] {
  return args.map((arg) => {
    const match = /^-[A-Za-z]+([oHXdmT])$/.exec(arg.text);
    return match?.[1] !== undefined && arg.text.length <= 10 ? { ...arg, text: `-${match[1]}` } : arg;
  });
}

const WGET_VALUES = ['-O', '-o', '-P', '-T', '--timeout', '-t', '--tries', '--header', '-U', '-w', '-i'];
/** https://www.gnu.org/software/wget/manual/wget.html: `--tries` is 20 if nothing is said. */
const WGET_TRIES = 20;

export function readWget({ args }: Command): Action | undefined {
  const options = readOptions(args, WGET_VALUES);
  const word = options.rest[0];
  if (!word || hasOption(options, '-i')) return undefined;
  const place = placeOf(word.text);
  if (!place || !hostKnown(word.text, word.known)) return undefined;
  if (METADATA_HOSTS.includes(place.host)) return readMetadata(word.text, 'v1');
  const tries = wholeNumber(options.values.get('-t') ?? options.values.get('--tries')) ?? WGET_TRIES;
  return fetchUrl('wget', word.text, {
    ...connectTimeout(options.values.get('-T') ?? options.values.get('--timeout')),
    attempts: Math.min(Math.max(tries, 1), 100),
  });
}

/** An address that is fetched; `undefined` if it is none. */
export function fetchUrl(
  tool: Extract<Action, { kind: 'fetch-url' }>['tool'],
  url: string,
  how: { readonly connectTimeoutMs?: number; readonly attempts: number },
): Action | undefined {
  const place = placeOf(url);
  return place && { kind: 'fetch-url', tool, url, ...place, ...how };
}

function readMetadata(url: string, version: 'v1' | 'v2'): Action {
  return { kind: 'read-metadata', path: url.replace(/^[a-z]+:\/\/[^/]*/, ''), version };
}

/** The path may depend on a variable, the host not. */
function hostKnown(url: string, known: boolean): boolean {
  if (known) return true;
  const scheme = url.indexOf('://');
  const start = scheme === -1 ? 0 : scheme + 3;
  const slash = url.indexOf('/', start);
  return slash !== -1 && !url.slice(0, slash).includes('$');
}

function connectTimeout(seconds: string | undefined): { readonly connectTimeoutMs?: number } {
  const whole = wholeNumber(seconds);
  return whole === undefined || whole === 0 ? {} : { connectTimeoutMs: Math.min(whole, 3600) * 1000 };
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
