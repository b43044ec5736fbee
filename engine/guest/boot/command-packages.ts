/** Installing and updating packages. */
import type { Action } from '../user-data/actions';
import type { BootNeed, CommandStep } from './boot-step';
import type { BootState } from './boot-state';
import { fetchFailure, type ToolFailure } from './failures';
import { hasManager, IMAGES } from './images';
import { done, fails, notFound, union, type BootAdvance, type FailingNeed } from './outcomes';
import { packageFailure, toolOf } from './package-failures';

type PackageAction = Extract<
  Action,
  { kind: 'install-packages' | 'update-packages' | 'refresh-package-lists' }
>;

export function advanceInstall(
  state: BootState,
  step: CommandStep,
  action: PackageAction,
  failing: FailingNeed | undefined,
): BootAdvance {
  const facts = IMAGES[state.family];
  const extras = action.kind === 'install-packages' && action.extras !== undefined;
  if (!hasManager(facts, action.manager, extras))
    return notFound(
      state,
      extras ? 'amazon-linux-extras' : action.manager === 'apt' ? 'apt-get' : action.manager,
    );
  const tool = toolOf(action.manager, facts.own);
  const packages = action.kind === 'install-packages' ? action.packages : [];
  const blamed: BootState = { ...state, failedPackages: union(state.failedPackages, packages) };
  if (failing) {
    const failure = failing.need.kind === 'host' ? byAddress(failing.need, failing) : unreachable(failing);
    // What an unknown answer would have brought is not known either.
    return fails(
      failing.answer.state === 'unknown' ? { ...state, opaque: true } : blamed,
      failure,
      failing.answer,
    );
  }
  switch (action.kind) {
    case 'refresh-package-lists':
      return done(withLists(state), step, 'The package lists are up to date.');
    case 'update-packages':
      return action.assumeYes ? done(state, step, 'Packages are up to date.') : asks(state, tool);
    case 'install-packages': {
      if (!action.assumeYes) return asks(blamed, tool);
      // The images of Ubuntu and Debian come without lists; cloud-init fetches them itself.
      if (tool === 'apt' && !state.disk.packageLists && action.manager === 'apt')
        return withoutLists(blamed, packages);
      const names = [...packages, ...action.urls].join(', ');
      return done(withLists(state), step, `Installed: ${names}.`, installedLines(tool, packages));
    }
  }

  function unreachable({ need, answer }: FailingNeed): ToolFailure {
    const repository = need.kind === 'package-repository' ? need.repository : { name: 'base', port: 443 };
    const task =
      action.kind === 'install-packages' ? 'install' : action.kind === 'update-packages' ? 'update' : 'lists';
    if (task === 'install' && tool === 'apt' && !state.disk.packageLists)
      return { ...packageFailure(tool, task, packages, repository, answer.state), output: noSuch(packages) };
    return packageFailure(tool, task, packages, repository, answer.state);
  }
}

const withLists = (state: BootState): BootState => ({
  ...state,
  disk: { ...state.disk, packageLists: true },
});

function byAddress(need: Extract<BootNeed, { kind: 'host' }>, { answer }: FailingNeed): ToolFailure {
  const { host, port } = need;
  const url = `https://${host}/`;
  return fetchFailure(
    { kind: 'fetch-url', tool: 'curl', url, host, port, connectTimeoutMs: 30_000, attempts: 4 },
    answer,
  );
}

/** cloud-init gives a script no terminal: nobody answers the question. */
function asks(state: BootState, tool: string): BootAdvance {
  const output =
    tool === 'apt' ? ['Do you want to continue? [Y/n] Abort.'] : ['Is this ok [y/N]: Operation aborted.'];
  return {
    state,
    outcome: {
      result: 'failed',
      exitStatus: 1,
      message: `${tool} asks whether to go on and gets no answer: add -y.`,
      durationMs: 2000,
      effects: [],
      output,
    },
  };
}

const noSuch = (packages: readonly string[]): readonly string[] =>
  packages.map((name) => `E: Unable to locate package ${name}`);

function withoutLists(state: BootState, packages: readonly string[]): BootAdvance {
  return {
    state,
    outcome: {
      result: 'failed',
      exitStatus: 100,
      message: 'apt does not know these packages: its lists have not been fetched. Run apt-get update first.',
      durationMs: 500,
      effects: [],
      output: noSuch(packages),
    },
  };
}

function installedLines(tool: string, packages: readonly string[]): readonly string[] {
  if (packages.length === 0) return [];
  return tool === 'apt'
    ? packages.map((name) => `Setting up ${name} ...`)
    : ['Installed:', ...packages.map((name) => `  ${name}`), 'Complete!'];
}
