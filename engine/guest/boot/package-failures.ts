/** How package managers say that their repository does not answer. */
import type { PackageManager } from '../user-data/actions';
import type { NeedState } from './boot-step';
import { NAME_WAIT_MS, PACKAGE_WAIT_MS } from './durations';
import type { ToolFailure } from './failures';
import type { PackageRepository } from './images';

export type PackageTask = 'install' | 'update' | 'lists';

/** The tool that really runs: on Amazon Linux 2023 `yum` is `dnf`. */
export function toolOf(manager: PackageManager, own: PackageManager): Exclude<PackageManager, 'own'> {
  const asked = manager === 'own' ? own : manager;
  if (asked === 'yum' && own === 'dnf') return 'dnf';
  return asked === 'own' ? 'dnf' : asked;
}

/**
 * `yum` gives up; `dnf` leaves the repository out (skip_if_unavailable), so that an update has nothing to do and
 * ends well; `apt-get update` only warns. https://docs.aws.amazon.com/linux/al2023/ug/package-management.html
 */
export function packageFailure(
  tool: Exclude<PackageManager, 'own'>,
  task: PackageTask,
  packages: readonly string[],
  repository: PackageRepository,
  state: NeedState,
): ToolFailure {
  const host = repository.host ?? 'the mirror';
  const slow = state === 'no-path' || state === 'unknown';
  const durationMs = slow ? PACKAGE_WAIT_MS[tool] : NAME_WAIT_MS * 10;
  const what = `${tool} can’t reach its repository`;
  const names = packages.join(' ');
  switch (tool) {
    case 'yum':
      return {
        what,
        durationMs,
        exitStatus: 1,
        output: [
          'Loaded plugins: extras_suggestions, langpacks, priorities, update-motd',
          `Could not retrieve mirrorlist https://${host}/ error was`,
          `12: Timeout on https://${host}/: (28, '${YUM_ERRORS[state] ?? 'Connection timed out after 5000 milliseconds'}')`,
          ` One of the configured repositories failed (Unknown), and yum doesn't have enough cached data to continue.`,
          `Cannot find a valid baseurl for repo: ${repository.name}`,
        ],
      };
    case 'dnf':
      return {
        what,
        durationMs,
        exitStatus: task === 'install' || task === 'lists' ? 1 : 0,
        output: [
          `Errors during downloading metadata for repository '${repository.name}':`,
          `  - Curl error ${DNF_ERRORS[state] ?? '(28): Timeout was reached'} for https://${host}/`,
          `Error: Failed to download metadata for repo '${repository.name}'`,
          `Ignoring repositories: ${repository.name}`,
          ...(task === 'install'
            ? [
                ...packages.map((name) => `No match for argument: ${name}`),
                `Error: Unable to find a match: ${names}`,
              ]
            : task === 'update'
              ? ['Dependencies resolved.', 'Nothing to do.', 'Complete!']
              : []),
        ],
      };
    case 'apt':
      return {
        what,
        durationMs,
        exitStatus: task === 'lists' ? 0 : 100,
        output: [
          `Err:1 http://${host} ${repository.name} InRelease`,
          `  ${APT_ERRORS[state] ?? `Could not connect to ${host}:${repository.port}, connection timed out`}`,
          ...(task === 'lists'
            ? ['W: Some index files failed to download. They have been ignored, or old ones used instead.']
            : [`E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?`]),
        ],
      };
    case 'zypper':
      return {
        what,
        durationMs,
        exitStatus: task === 'install' ? 104 : 106,
        output: [
          `Problem retrieving files from '${repository.name}'.`,
          `Timeout exceeded when accessing '${host}'.`,
          ...(task === 'install' ? packages.map((name) => `No provider of '${name}' found.`) : []),
        ],
      };
  }
}

type Texts = Readonly<Partial<Record<NeedState, string>>>;
const YUM_ERRORS: Texts = {
  'not-resolved': 'Resolving timed out after 5000 milliseconds',
  refused: 'Connection refused',
  denied: 'The requested URL returned error: 403 Forbidden',
};
const DNF_ERRORS: Texts = {
  'not-resolved': "(6): Couldn't resolve host name",
  refused: "(7): Couldn't connect to server",
  denied: '(22): Status code: 403',
};
const APT_ERRORS: Texts = {
  'not-resolved': 'Temporary failure resolving the name',
  refused: 'Connection refused',
  denied: '403  Forbidden',
};
