/** How the tools say that something does not answer, how long they wait, and with what they end. */
import type { Action } from '../user-data/actions';
import type { NeedAnswer, NeedState } from './boot-step';
import { AWS_CLI_WAIT_MS, NAME_WAIT_MS, NFS_WAIT_MS, TCP_CONNECT_MS } from './durations';

export interface ToolFailure {
  readonly exitStatus: number;
  readonly durationMs: number;
  readonly output: readonly string[];
  /** What fails, as the beginning of a sentence. */
  readonly what: string;
}

type FetchUrl = Extract<Action, { kind: 'fetch-url' }>;

/** curl: https://curl.se/docs/manpage.html (exit codes); wget: https://www.gnu.org/software/wget/manual/wget.html */
export function fetchFailure(action: FetchUrl, { state }: NeedAnswer): ToolFailure {
  const { host, port, url, attempts } = action;
  const what = `${action.tool === 'powershell' ? 'The download' : action.tool} gets nothing from ${host}`;
  const oneTryMs = action.connectTimeoutMs ?? TCP_CONNECT_MS;
  // Each try is followed by a wait that grows by a second, up to ten.
  const pausesMs = Array.from({ length: attempts - 1 }, (_, index) => Math.min(index + 1, 10) * 1000);
  const slowMs = attempts * oneTryMs + pausesMs.reduce((sum, pause) => sum + pause, 0);
  const durationMs = state === 'no-path' ? slowMs : NAME_WAIT_MS;
  if (action.tool === 'wget') return { what, durationMs, ...wget(action, state) };
  if (action.tool === 'powershell') {
    const error =
      state === 'not-resolved'
        ? `The remote name could not be resolved: '${host}'`
        : 'Unable to connect to the remote server';
    return { what, durationMs, exitStatus: 1, output: [`Invoke-WebRequest : ${error}`] };
  }
  if (action.tool === 'cloud-init')
    return {
      what,
      durationMs,
      exitStatus: 1,
      output: [`cloud-init: ${url}: ${CONNECTION[state]}`],
    };
  return { what, durationMs, ...curl(host, port, oneTryMs, action.connectTimeoutMs !== undefined, state) };
}

const CONNECTION: Readonly<Record<NeedState, string>> = {
  met: '',
  'no-path': 'Connection timed out',
  'not-resolved': 'Name or service not known',
  refused: 'Connection refused',
  denied: '403 Forbidden',
  absent: '404 Not Found',
  unformatted: '',
  unknown: '',
};

function curl(host: string, port: number, tryMs: number, limited: boolean, state: NeedState) {
  switch (state) {
    case 'not-resolved':
      return { exitStatus: 6, output: [`curl: (6) Could not resolve host: ${host}`] };
    case 'refused':
      return {
        exitStatus: 7,
        output: [`curl: (7) Failed to connect to ${host} port ${port}: Connection refused`],
      };
    case 'denied':
    case 'absent':
      return {
        exitStatus: 22,
        output: [`curl: (22) The requested URL returned error: ${state === 'denied' ? 403 : 404}`],
      };
    case 'no-path':
    case 'met':
    case 'unformatted':
    case 'unknown':
      return {
        exitStatus: 28,
        output: [
          limited
            ? `curl: (28) Connection timed out after ${tryMs} milliseconds`
            : `curl: (28) Failed to connect to ${host} port ${port} after ${tryMs} ms: Connection timed out`,
        ],
      };
  }
}

function wget({ url, host, port, attempts }: FetchUrl, state: NeedState) {
  if (state === 'not-resolved')
    return { exitStatus: 4, output: [`wget: unable to resolve host address ‘${host}’`] };
  if (state === 'denied' || state === 'absent')
    return { exitStatus: 8, output: [`ERROR ${CONNECTION[state]}.`] };
  const tried = `Connecting to ${host}:${port}... failed: ${CONNECTION[state]}.`;
  return {
    exitStatus: 4,
    output: [
      `--  ${url}`,
      tried,
      ...(state === 'no-path' && attempts > 1 ? [`Giving up after ${attempts} tries.`] : []),
    ],
  };
}

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html */
export function awsCliFailure(endpoint: string, operation: string, { state }: NeedAnswer): ToolFailure {
  const what = `aws can’t ${operation}`;
  const quick = { what, durationMs: NAME_WAIT_MS, exitStatus: 1 };
  switch (state) {
    case 'not-resolved':
      return { ...quick, output: [`Could not connect to the endpoint URL: "https://${endpoint}/"`] };
    case 'denied':
      return {
        ...quick,
        output: [`An error occurred (AccessDenied) when calling ${operation}: Access Denied`],
      };
    case 'absent':
      return { ...quick, output: [`An error occurred (404) when calling ${operation}: Not Found`] };
    case 'met':
    case 'no-path':
    case 'refused':
    case 'unformatted':
    case 'unknown':
      return {
        ...quick,
        durationMs: AWS_CLI_WAIT_MS,
        output: [`Connect timeout on endpoint URL: "https://${endpoint}/"`],
      };
  }
}

/** mount(8) ends with 32 when it fails. https://docs.aws.amazon.com/efs/latest/ug/troubleshooting-efs-mounting.html */
export function mountFailure(source: string, mountPoint: string, { state }: NeedAnswer): ToolFailure {
  const what = `${source} is not mounted on ${mountPoint}`;
  const quick = { what, durationMs: NAME_WAIT_MS, exitStatus: 32 };
  switch (state) {
    case 'absent':
      return { ...quick, output: [`mount: ${mountPoint}: special device ${source} does not exist.`] };
    case 'unformatted':
      return {
        ...quick,
        output: [
          `mount: ${mountPoint}: wrong fs type, bad option, bad superblock on ${source}, missing codepage or helper program, or other error.`,
        ],
      };
    case 'not-resolved':
      return {
        ...quick,
        output: [`mount.nfs4: Failed to resolve server ${source}: Name or service not known`],
      };
    case 'refused':
      return { ...quick, output: ['mount.nfs4: Connection refused'] };
    case 'denied':
      return { ...quick, output: [`mount.nfs4: access denied by server while mounting ${source}:/`] };
    case 'met':
    case 'no-path':
    case 'unknown':
      return { ...quick, durationMs: NFS_WAIT_MS, output: ['mount.nfs4: Connection timed out'] };
  }
}
