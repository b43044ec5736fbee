/** What a command leaves behind when all goes well, and how long it takes. */
import type { Action, MountSource } from '../user-data/actions';
import { knownService, listenersOf, servicesOf, unitName } from '../user-data/known-services';
import type { Effect } from './boot-step';
import type { BootDuration } from './durations';
import type { ImageFacts } from './images';

/** @param installed packages that are there already */
export function effectsOf(
  action: Action,
  facts: ImageFacts,
  installed: readonly string[],
): readonly Effect[] {
  switch (action.kind) {
    case 'install-packages':
      return installing(action.packages, facts.startsOnInstall, installed);
    case 'install-feature':
      return installing(action.features, true, installed);
    case 'control-service':
      return action.services.flatMap((name): readonly Effect[] => {
        const unit = knownService(name)?.unit ?? unitName(name);
        const atBoot = { kind: 'starts-at-boot', unit } as const;
        switch (action.verb) {
          case 'start':
          case 'restart':
            return listening(name, installed);
          case 'enable':
            return [atBoot];
          case 'enable-now':
            return [atBoot, ...listening(name, installed)];
          case 'stop':
            return listening(name, installed).map((effect) =>
              effect.kind === 'listens' ? { ...effect, kind: 'no-longer-listens' } : effect,
            );
          case 'disable':
            return [];
        }
      });
    case 'listen':
      return [{ kind: 'listens', listener: { protocol: 'tcp', port: action.port, name: action.program } }];
    case 'make-file-system':
      return [{ kind: 'formatted', device: action.device }];
    case 'mount':
      return [{ kind: 'mounted', source: sourceText(action.source), mountPoint: action.mountPoint }];
    case 'mount-all':
      return action.entries.map(({ source, mountPoint }) => ({
        kind: 'mounted',
        source: sourceText(source),
        mountPoint,
      }));
    case 'write-file':
      return [{ kind: 'file-written', path: action.path }];
    case 'fetch-s3':
      return action.upload ? [] : [{ kind: 'fetched', from: `s3://${action.bucket}/${action.key}` }];
    case 'fetch-url':
      return [{ kind: 'fetched', from: action.url }];
    case 'signal-ready':
      return [{ kind: 'signalled', success: action.success !== false }];
    case 'update-packages':
    case 'refresh-package-lists':
    case 'read-metadata':
    case 'call-aws':
    case 'sleep':
    case 'print':
    case 'exit':
    case 'end-with':
    case 'local':
    case 'not-simulated':
      return [];
  }
}

export const sourceText = (source: MountSource): string =>
  source.kind === 'device' ? source.device : source.fileSystem;

function installing(
  packages: readonly string[],
  starts: boolean,
  before: readonly string[],
): readonly Effect[] {
  const after = [...before, ...packages];
  return [
    ...packages.map((name) => ({ kind: 'package-installed', package: name }) as const),
    ...(starts
      ? packages
          .flatMap(servicesOf)
          .flatMap((service): readonly Effect[] => [
            { kind: 'starts-at-boot', unit: service.unit },
            ...listening(service.unit, after),
          ])
      : []),
  ];
}

function listening(name: string, installed: readonly string[]): readonly Effect[] {
  const service = knownService(name);
  if (!service) return [];
  return listenersOf(service, installed).map((listener) => ({ kind: 'listens', listener }));
}

/** The row of the table of durations; a sleep says itself how long it takes. */
export function durationOf(action: Action): BootDuration {
  switch (action.kind) {
    case 'install-packages':
      return 'installPackages';
    case 'update-packages':
      return 'updatePackages';
    case 'refresh-package-lists':
      return 'refreshPackageLists';
    case 'control-service':
      return 'controlService';
    case 'listen':
      return 'listen';
    case 'fetch-s3':
    case 'fetch-url':
      return 'fetch';
    case 'read-metadata':
      return 'readMetadata';
    case 'call-aws':
      return 'callAws';
    case 'make-file-system':
      return 'makeFileSystem';
    case 'mount':
    case 'mount-all':
      return 'mountFileSystem';
    case 'signal-ready':
      return 'signal';
    case 'install-feature':
      return 'installFeature';
    case 'write-file':
    case 'sleep':
    case 'print':
    case 'exit':
    case 'end-with':
    case 'local':
    case 'not-simulated':
      return 'local';
  }
}
