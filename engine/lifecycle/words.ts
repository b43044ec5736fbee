/** The sentences of this domain's notes, what weight each has, and the AWS page it rests on. */
import type { Wording, Words } from '../model/wording';
import type { Refusal } from './refusal';

const GUIDE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/';
const LIFECYCLE = `${GUIDE}ec2-instance-lifecycle.html`;
const CHECKS = `${GUIDE}monitoring-system-instance-status-check.html`;
const RECOVERY = `${GUIDE}ec2-instance-recover.html`;
const LAUNCH = `${GUIDE}troubleshooting-launch.html`;
const STOP = `${GUIDE}Stop_Start.html`;
const HIBERNATE = `${GUIDE}instance-hibernate-overview.html`;
const SHUTDOWN = `${GUIDE}Using_ChangingInstanceInitiatedShutdownBehavior.html`;
const EVENTS = `${GUIDE}monitoring-instances-status-check_sched.html`;
const ZONES = `${GUIDE}using-regions-availability-zones.html`;

const say = (
  severity: Wording['severity'],
  source: string,
  text: (name: string, detail: unknown) => string,
): Wording => ({ severity, source, text });

const refusal = (detail: unknown): string => {
  const { code, message } = detail as Refusal;
  return code ? `${code}: ${message}` : message;
};

/** What AWS does not document is not said as if it did. */
const doubt = (detail: unknown): string =>
  (detail as { known?: string }).known === 'unknown'
    ? ' (AWS does not document this case; this is our reading.)'
    : '';

const CALL: Readonly<Record<string, string>> = {
  launch: 'Launch',
  start: 'Start',
  stop: 'Stop',
  'force-stop': 'Force stop',
  hibernate: 'Hibernate',
  reboot: 'Reboot',
  terminate: 'Terminate',
  'shut-down': 'Shutdown inside',
  halt: 'Halt inside',
  crash: 'Crash inside',
};

export const LIFECYCLE_WORDS: Words = {
  launched: say('info', LIFECYCLE, (name) => `${name} is launched: EC2 has found a host and boots it.`),
  'launch-refused': say('bad', LAUNCH, (name, detail) => `${name} is not launched. ${refusal(detail)}`),
  'launch-failed': say('bad', LAUNCH, (name) => `${name} does not come up: its host is lost while it boots.`),
  running: say('good', LIFECYCLE, (name) => `${name} is running; the status checks begin.`),
  'system-passed': say('info', CHECKS, (name) => `${name} passes its system status check: the host is well.`),
  'instance-passed': say(
    'good',
    CHECKS,
    (name) => `${name} passes its instance status check: the operating system answers.`,
  ),
  refused: say('warning', LIFECYCLE, (name, detail) => {
    const { call } = detail as { call: string };
    return `${CALL[call] ?? call} ${name}: refused. ${refusal(detail)}${doubt(detail)}`;
  }),
  'no-op': say('info', LIFECYCLE, (name, detail) => {
    const { call, state } = detail as { call: string; state: string };
    return `${CALL[call] ?? call} ${name}: nothing changes, it is ${state}.${doubt(detail)}`;
  }),
  'no-such-instance': say(
    'warning',
    LIFECYCLE,
    (name) => `InvalidInstanceID.NotFound: there is no instance ${name} in this design.`,
  ),
  starting: say('info', STOP, (name) => `${name} is starting, normally on another host than before.`),
  rebooting: say('info', LIFECYCLE, (name) => `${name} reboots. It stays running, on its host.`),
  'reboot-in-vain': say(
    'warning',
    CHECKS,
    (name) => `A reboot does not help ${name}: what is underneath it has failed. Stop and start moves it.`,
  ),
  rebooted: say(
    'info',
    LIFECYCLE,
    (name) => `${name} has rebooted: memory is lost, disks and addresses are as before.`,
  ),
  stopping: say('info', STOP, (name) => `${name} is stopping. Compute is no longer billed.`),
  stopped: say(
    'info',
    STOP,
    (name) =>
      `${name} is stopped and has left its host: what was in memory or on an instance store is erased.`,
  ),
  hibernated: say(
    'info',
    `${GUIDE}Hibernate.html`,
    (name) =>
      `${name} is stopped with its memory saved on the root volume; what was on an instance store is erased.`,
  ),
  terminating: say('info', `${GUIDE}terminating-instances.html`, (name) => `${name} is being terminated.`),
  terminated: say(
    'bad',
    `${GUIDE}terminating-instances.html`,
    (name) => `${name} is terminated; what was marked "delete on termination" is gone with it.`,
  ),
  'force-stopping': say(
    'info',
    STOP,
    (name) => `${name} is stopped by force: what its system had not written to disk is lost.`,
  ),
  'stopping-hard': say(
    'warning',
    STOP,
    (name) => `${name} is stopping. Its system does not answer, so EC2 cuts it off after some minutes.`,
  ),
  hibernating: say(
    'info',
    HIBERNATE,
    (name) => `${name} hibernates: its memory is written to the root volume, and billed while it is.`,
  ),
  'hibernate-in-vain': say(
    'warning',
    HIBERNATE,
    (name) => `${name} can’t hibernate because its system does not answer: it is shut down instead.`,
  ),
  resuming: say(
    'info',
    HIBERNATE,
    (name) => `${name} starts and takes its memory back from the root volume.`,
  ),
  'rebooting-hard': say(
    'warning',
    LIFECYCLE,
    (name) => `${name} does not go down by itself; EC2 reboots it hard after some minutes.`,
  ),
  'reboot-migrates': say(
    'good',
    `${GUIDE}schedevents_actions_reboot.html`,
    (name) => `${name} reboots onto new hardware, and the announced system reboot is done with.`,
  ),
  'shut-down-stops': say(
    'info',
    SHUTDOWN,
    (name) => `The system in ${name} shuts down: the instance stops, as its shutdown behavior says.`,
  ),
  'shut-down-terminates': say(
    'bad',
    SHUTDOWN,
    (name) =>
      `The system in ${name} shuts down: the instance terminates, as its shutdown behavior says. Termination protection does not prevent it.`,
  ),
  halted: say(
    'bad',
    SHUTDOWN,
    (name) => `The system in ${name} halts: it answers nobody, stays running and is billed on.`,
  ),
  crashed: say('bad', CHECKS, (name) => `The system in ${name} crashes: EC2 goes on saying running.`),
  'instance-fails': say(
    'bad',
    CHECKS,
    (name) => `${name} fails its instance status check: its system does not answer. A reboot may mend it.`,
  ),
  'ebs-fails': say(
    'bad',
    CHECKS,
    (name) => `${name} fails its attached EBS status check: a volume does not answer.`,
  ),
  'checks-pass-again': say('good', CHECKS, (name) => `${name} passes its status checks again.`),
  announced: say(
    'bad',
    EVENTS,
    (name, code) => `AWS announces ${String(code)} for ${name}. A stop and start before then moves it away.`,
  ),
  'not-announced': say('warning', EVENTS, (name, why) => `Nothing is announced for ${name}: ${String(why)}.`),
  'event-over': say(
    'info',
    EVENTS,
    (name, code) => `The ${String(code)} announced for ${name} finds it not running: nothing happens.`,
  ),
  'retired-stops': say('bad', EVENTS, (name) => `The host of ${name} is retired: AWS stops the instance.`),
  'retired-terminates': say(
    'bad',
    EVENTS,
    (name) => `The host of ${name} is retired: its root is on the instance store, so AWS terminates it.`,
  ),
  'scheduled-stop': say('warning', EVENTS, (name) => `AWS stops ${name} as announced. A start moves it.`),
  'scheduled-reboot': say(
    'warning',
    EVENTS,
    (name, code) => `AWS reboots ${name} as announced (${String(code)}); it stays on its host.`,
  ),
  'maintenance-begins': say(
    'warning',
    EVENTS,
    (name) => `Network and power maintenance under ${name}: it answers nobody for a short while.`,
  ),
  'maintenance-over': say('good', EVENTS, (name) => `The maintenance under ${name} is over.`),
  'spot-terminating': say(
    'bad',
    `${GUIDE}interruption-behavior.html`,
    (name) => `The two minutes are over: EC2 terminates ${name}.`,
  ),
  'spot-stopping': say(
    'warning',
    `${GUIDE}interruption-behavior.html`,
    (name) => `EC2 stops ${name}. Only EC2 starts it again, when its capacity pool has room.`,
  ),
  'spot-hibernating': say(
    'warning',
    `${GUIDE}hibernate-spot-instances.html`,
    (name) => `EC2 hibernates ${name} at once, without the two minutes. Only EC2 resumes it.`,
  ),
  'no-host': say('warning', LIFECYCLE, (name) => `${name} is on no host now, so none can fail under it.`),
  'host-failed-already': say(
    'info',
    RECOVERY,
    (_name, host) => `Host ${String(host)} has failed already; nothing changes.`,
  ),
  'host-fails': say('bad', RECOVERY, (name, host) => `Host ${String(host)} under ${name} fails.`),
  'host-lost': say(
    'bad',
    RECOVERY,
    (name) =>
      `${name} is lost with its host: what was in memory or on an instance store is gone. Automatic recovery does not apply; stop and start moves it.`,
  ),
  'host-lost-recovering': say(
    'bad',
    RECOVERY,
    (name) => `${name} is down with its host. Automatic recovery will move it to another.`,
  ),
  'host-lost-again': say(
    'bad',
    RECOVERY,
    (name, limit) => `${name} is down again; automatic recovery has tried ${String(limit)} times today.`,
  ),
  'recovery-failed': say(
    'bad',
    RECOVERY,
    (name, message) => `Automatic recovery of ${name} fails. ${String(message)}`,
  ),
  recovered: say(
    'good',
    RECOVERY,
    (name) =>
      `${name} is recovered on another host with the same addresses and volumes; to its system it was a reboot.`,
  ),
  'zone-fails': say(
    'bad',
    ZONES,
    (name) => `Zone ${name} is out of order: everything in it stops answering.`,
  ),
  'zone-failed-already': say('info', ZONES, (name) => `Zone ${name} is out of order already.`),
  'zone-fine': say('info', ZONES, (name) => `Zone ${name} is in order; there is nothing to restore.`),
  'no-such-zone': say('warning', ZONES, (name) => `There is no zone ${name} in this design.`),
  'zone-returns': say(
    'good',
    ZONES,
    (name) => `Zone ${name} is back: volumes are there again with their data, instances boot anew.`,
  ),
  'zone-lost': say(
    'bad',
    ZONES,
    (name) => `${name} goes down with its zone: what was in memory or on an instance store is gone.`,
  ),
  'zone-back': say('good', ZONES, (name) => `${name} boots again after the outage of its zone.`),
  'nat-available': say(
    'good',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    (name) => `NAT gateway ${name} is available.`,
  ),
};
