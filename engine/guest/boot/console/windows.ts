/** Console output of Windows: the lines that EC2Launch writes to the serial port. */
import { IMAGES } from '../images';
import { momentAt, slashDate } from './calendar';
import type { BootRecord } from './record';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshoot-unreachable-instance.html shows what EC2 hands out. */
export function windowsConsole({ input, startsAt, bootsAtMs, entries }: BootRecord): string[] {
  const facts = IMAGES[input.family];
  const lines: string[] = [];
  let at = bootsAtMs;
  for (const { step, outcome } of entries) {
    at += outcome.durationMs;
    const say = (text: string): void => {
      lines.push(`${slashDate(momentAt(startsAt, at))}: ${text}`);
    };
    if (step.id === 'kernel') {
      say(`AMI Origin Name: ${facts.title}`);
      say(`OS: ${facts.kernel}`);
      say('Language: en-US');
      say('TimeZone: UTC');
    } else if (step.id === 'windows-setup') say('Windows sysprep configuration complete.');
    else if (step.id === 'resume-memory') say('Windows has resumed from hibernation.');
    else if (step.id === 'metadata' && outcome.result !== 'ok')
      say('Unable to reach instance metadata service.');
    else if (step.id === 'ec2-launch') {
      say('Launch: EC2Launch v2');
      say(`Instance-ID: ${input.instanceId}`);
      say(`Instance-Type: ${input.instanceType}`);
      say(`Network: ${input.interfaces.map(({ privateIp }) => privateIp).join(', ')}`);
    } else if (step.id === 'services') say(`RDPCERTIFICATE-SUBJECTNAME: ${computerName(input.instanceId)}`);
    else if (step.id === 'user-data' && outcome.result !== 'skipped') {
      const silent = outcome.result === 'not-simulated' && outcome.output.length === 0;
      for (const line of silent ? [`(not simulated: ${step.label})`] : outcome.output)
        say(`Userdata: ${line}`);
    } else if (step.id === 'ready') say('Message: Windows is Ready to use');
  }
  return lines;
}

/** `EC2AMAZ-` and seven characters; ours follow from the instance id. */
export const computerName = (instanceId: string): string =>
  `EC2AMAZ-${instanceId
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(-7)
    .toUpperCase()
    .padStart(7, '0')}`;
