/** Package managers. */
import { placeOf, type Action, type PackageManager } from '../actions';
import { hasOption, readOptions, type Command, type Options } from '../shell/command';

const YUM_VALUES = ['-c', '-d', '-e', '-R', '-x'];
const APT_VALUES = ['-o', '-c', '-t'];

export function readYum(command: Command): Action | undefined {
  const options = readOptions(command.args, YUM_VALUES);
  const manager = command.name === 'yum' ? 'yum' : 'dnf';
  const assumeYes = hasOption(options, '-y', '--assumeyes') || command.fedBy === 'yes';
  const [verb, ...packages] = options.rest;
  switch (verb?.text) {
    case 'install':
    case 'reinstall':
      return install(manager, options, packages, assumeYes);
    case 'update':
    case 'upgrade':
      return packages.every(({ known }) => known)
        ? { kind: 'update-packages', manager, assumeYes }
        : undefined;
    case 'makecache':
    case 'check-update':
      return { kind: 'refresh-package-lists', manager };
    case 'clean':
      return { kind: 'local', what: 'command' };
    default:
      return undefined;
  }
}

export function readApt(command: Command): Action | undefined {
  const options = readOptions(command.args, APT_VALUES);
  const assumeYes = hasOption(options, '-y', '--yes', '--assume-yes', '-qq') || command.fedBy === 'yes';
  const [verb, ...packages] = options.rest;
  switch (verb?.text) {
    case 'install':
      return install('apt', options, packages, assumeYes);
    case 'update':
      return { kind: 'refresh-package-lists', manager: 'apt' };
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
      return { kind: 'update-packages', manager: 'apt', assumeYes };
    case 'clean':
    case 'autoclean':
      return { kind: 'local', what: 'command' };
    default:
      return undefined;
  }
}

export function readZypper(command: Command): Action | undefined {
  const options = readOptions(command.args);
  const assumeYes = hasOption(options, '-n', '--non-interactive', '-y', '--no-confirm');
  const [verb, ...packages] = options.rest;
  switch (verb?.text) {
    case 'install':
    case 'in':
      return install('zypper', options, packages, assumeYes);
    case 'update':
    case 'up':
      return { kind: 'update-packages', manager: 'zypper', assumeYes };
    case 'refresh':
    case 'ref':
      return { kind: 'refresh-package-lists', manager: 'zypper' };
    default:
      return undefined;
  }
}

/** What a topic of amazon-linux-extras installs, where it is not called like the topic. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  'lamp-mariadb10.2-php7.2': ['mariadb-server', 'php'],
  'mariadb10.5': ['mariadb-server'],
  redis6: ['redis'],
  'tomcat8.5': ['tomcat'],
  tomcat9: ['tomcat'],
};

/** https://docs.aws.amazon.com/linux/al2/ug/al2-extras.html */
export function readAmazonLinuxExtras(command: Command): Action | undefined {
  const options = readOptions(command.args);
  const [verb, ...topics] = options.rest;
  if (verb?.text === 'enable') return { kind: 'local', what: 'command' };
  if (verb?.text !== 'install' || !options.known || topics.length === 0) return undefined;
  const extras = topics.map(({ text }) => text);
  return {
    kind: 'install-packages',
    manager: 'yum',
    packages: extras.flatMap((topic) => TOPICS[topic] ?? [topic.replace(/[0-9.]+$/, '')]),
    urls: [],
    assumeYes: hasOption(options, '-y') || command.fedBy === 'yes',
    extras,
  };
}

function install(
  manager: PackageManager,
  options: Options,
  packages: Options['rest'],
  assumeYes: boolean,
): Action | undefined {
  if (!options.known || packages.length === 0) return undefined;
  const names = packages.map(({ text }) => text);
  const urls = names.filter((name) => name.includes('://'));
  if (urls.some((url) => !placeOf(url))) return undefined;
  // A file of the machine itself, as `./agent.rpm`: what it is, only the machine knows.
  if (names.some((name) => !name.includes('://') && name.includes('/'))) return undefined;
  return {
    kind: 'install-packages',
    manager,
    packages: names.filter((name) => !name.includes('://')),
    urls,
    assumeYes,
  };
}
