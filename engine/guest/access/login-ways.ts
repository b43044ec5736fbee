/** "Can I log in?": each way, what it takes, and whether that is there. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect.html */
import type { LoginWay } from '../../model/inside';
import type { Access, AccessLine, PortFinding } from './access';
import { keyLine, passwordLine } from './keys';
import { isWindows, SYSTEM_FACTS } from './systems';

const GUIDE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/';
const SSM = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/';
const STATES = `${GUIDE}ec2-instance-lifecycle.html`;
const USERS = `${GUIDE}managing-users.html`;
const CONNECT = `${GUIDE}ec2-instance-connect-set-up.html`;
const CONSOLE = `${GUIDE}ec2-serial-console-prerequisites.html`;
const SESSION = `${SSM}session-manager-prerequisites.html`;
const AGENT = `${SSM}ami-preinstalled-agent.html`;
const ROLE = `${SSM}setup-instance-permissions.html`;

const LABELS: Readonly<Record<LoginWay['way'], string>> = {
  ssh: 'SSH',
  rdp: 'RDP',
  'ec2-instance-connect': 'EC2 Instance Connect',
  'session-manager': 'Session Manager',
  'serial-console': 'EC2 serial console',
};

export function loginWays(access: Access): readonly LoginWay[] {
  const windows = isWindows(access.system);
  return [
    windows ? notApplicable('ssh') : way('ssh', sshLines(access)),
    windows ? way('rdp', rdpLines(access)) : notApplicable('rdp'),
    windows ? notApplicable('ec2-instance-connect') : way('ec2-instance-connect', connectLines(access)),
    way('session-manager', sessionLines(access)),
    way('serial-console', consoleLines(access)),
  ];
}

const notApplicable = (name: LoginWay['way']): LoginWay => ({
  way: name,
  label: LABELS[name],
  verdict: 'not-applicable',
  lines: [],
});

/** One "no" is enough; without one, what is not known decides. */
function way(name: LoginWay['way'], lines: readonly AccessLine[]): LoginWay {
  const has = (answer: AccessLine['answer']): boolean => lines.some((line) => line.answer === answer);
  return {
    way: name,
    label: LABELS[name],
    verdict: has('no') ? 'no' : has('unknown') ? 'unknown' : 'yes',
    lines,
  };
}

const line = (what: string, answer: AccessLine['answer'], why: string, source: string): AccessLine => ({
  what,
  answer,
  why,
  source,
});

const stateLine = ({ silent }: Access): AccessLine =>
  silent === undefined
    ? line('state', 'yes', 'It is running, and its system answers.', STATES)
    : line('state', 'no', silent, STATES);

const portLines = ({ route, port }: PortFinding): readonly AccessLine[] => [
  { what: 'route', ...route },
  { what: 'port', ...port },
];

function userLine({ system, systemName, user = SYSTEM_FACTS[system].user }: Access): AccessLine {
  return user === undefined
    ? line('user', 'unknown', 'The image is not drawn: which user it has is not known.', USERS)
    : line('user', 'yes', `Log in as ${user}, the default user of ${systemName}.`, USERS);
}

const sshLines = (access: Access): readonly AccessLine[] => [
  stateLine(access),
  ...portLines(access.ssh),
  keyLine(access.key),
  userLine(access),
];

const rdpLines = (access: Access): readonly AccessLine[] => [
  stateLine(access),
  ...portLines(access.rdp),
  passwordLine(access.key),
  userLine(access),
];

/** Is a piece of software on the image? */
const software = (
  { systemName }: Access,
  what: string,
  answer: AccessLine['answer'],
  name: string,
  source: string,
): AccessLine => {
  const why = {
    yes: `Images of ${systemName} bring ${name}.`,
    no: `Images of ${systemName} do not bring ${name}: install it.`,
    unknown: `Whether the image brings ${name} is not known.`,
  }[answer];
  return line(what, answer, why, source);
};

const connectLines = (access: Access): readonly AccessLine[] => [
  stateLine(access),
  ...portLines(access.ssh),
  software(access, 'package', SYSTEM_FACTS[access.system].instanceConnect, 'ec2-instance-connect', CONNECT),
  line(
    'key',
    'yes',
    'No key pair is needed: a key of its own is sent in and is good for 60 seconds.',
    CONNECT,
  ),
  userLine(access),
];

const sessionLines = (access: Access): readonly AccessLine[] => [
  stateLine(access),
  line('port', 'yes', 'No inbound rule is needed: the agent opens the connection from inside.', SESSION),
  ...access.services.map(({ name, finding }): AccessLine => ({
    what: `way out to ${name}`,
    source: SESSION,
    ...finding,
  })),
  software(access, 'agent', SYSTEM_FACTS[access.system].sessionManagerAgent, 'the SSM Agent', AGENT),
  roleLine(access),
];

const CORE = 'AmazonSSMManagedInstanceCore';

function roleLine({ role, metadataEnabled }: Access): AccessLine {
  if (role === undefined) return line('role', 'no', `It has no role. Give it one with ${CORE}.`, ROLE);
  if (!role.policies.includes(CORE))
    return line('role', 'no', `The role "${role.name}" lacks ${CORE}.`, ROLE);
  return metadataEnabled
    ? line('role', 'yes', `The role "${role.name}" has ${CORE}.`, ROLE)
    : line(
        'role',
        'no',
        `The role "${role.name}" has ${CORE}, but its credentials come from the metadata service, which is switched off.`,
        ROLE,
      );
}

const consoleLines = (access: Access): readonly AccessLine[] => [
  stateLine(access),
  nitroLine(access),
  line('port', 'yes', 'No network is needed: the console is a serial port.', CONSOLE),
  line(
    'account',
    'unknown',
    'The account has to have switched access to serial consoles on for the Region; it is off by default, and not drawn.',
    CONSOLE,
  ),
  passwordUserLine(access),
];

function nitroLine({ nitro, instanceType }: Access): AccessLine {
  if (nitro === undefined)
    return line('type', 'unknown', `Whether ${instanceType} is on the Nitro System is not known.`, CONSOLE);
  return nitro
    ? line('type', 'yes', `${instanceType} is on the Nitro System.`, CONSOLE)
    : line(
        'type',
        'no',
        `${instanceType} is on Xen: only types on the Nitro System have a serial console.`,
        CONSOLE,
      );
}

function passwordUserLine({ system, setsPassword }: Access): AccessLine {
  if (isWindows(system))
    return line(
      'user',
      'unknown',
      'Windows asks for the password of Administrator once its Special Admin Console is switched on.',
      CONSOLE,
    );
  return setsPassword
    ? line(
        'user',
        'unknown',
        'User data sets a password: whether for a user that may log in is not known.',
        CONSOLE,
      )
    : line('user', 'no', 'No user of the image has a password. Log in another way and set one.', CONSOLE);
}
