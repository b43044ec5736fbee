/** What the images of each system bring for those who want to log in. */
import type { AccessLine, System } from './access';

interface SystemFacts {
  /** `undefined`: not known. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/managing-users.html */
  readonly user?: string;
  /** https://docs.aws.amazon.com/systems-manager/latest/userguide/ami-preinstalled-agent.html */
  readonly sessionManagerAgent: AccessLine['answer'];
  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-connect-set-up.html */
  readonly instanceConnect: AccessLine['answer'];
}

export const SYSTEM_FACTS: Readonly<Record<System, SystemFacts>> = {
  'amazon-linux-2023': { user: 'ec2-user', sessionManagerAgent: 'yes', instanceConnect: 'yes' },
  'amazon-linux-2': { user: 'ec2-user', sessionManagerAgent: 'yes', instanceConnect: 'yes' },
  'ubuntu-24.04': { user: 'ubuntu', sessionManagerAgent: 'yes', instanceConnect: 'yes' },
  'debian-12': { user: 'admin', sessionManagerAgent: 'no', instanceConnect: 'no' },
  'rhel-9': { user: 'ec2-user', sessionManagerAgent: 'no', instanceConnect: 'no' },
  'windows-2022': { user: 'Administrator', sessionManagerAgent: 'yes', instanceConnect: 'no' },
  linux: { sessionManagerAgent: 'unknown', instanceConnect: 'unknown' },
};

export const isWindows = (system: System): boolean => system === 'windows-2022';
