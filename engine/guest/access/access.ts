/** What the ways into an instance depend on; the catalogue fills it in for one moment. */
import type { LoginWay } from '../../model/inside';

export type AccessLine = LoginWay['lines'][number];

export const SYSTEMS = [
  'amazon-linux-2023',
  'amazon-linux-2',
  'ubuntu-24.04',
  'debian-12',
  'rhel-9',
  'windows-2022',
  'linux',
] as const;
/** `linux`: some Linux of which nothing more is known. */
export type System = (typeof SYSTEMS)[number];

/** How a question to the network ended. */
export interface PathFinding {
  readonly answer: AccessLine['answer'];
  readonly why: string;
  readonly source?: string;
}

/** Of a port from outside: does a way lead there, and is the port open on it? */
export interface PortFinding {
  readonly route: PathFinding;
  readonly port: PathFinding;
}

export interface Access {
  readonly system: System;
  /** As people call the system: `Ubuntu 24.04`. */
  readonly systemName: string;
  /** Its default user, where it is not that of the system. */
  readonly user?: string;
  /** Why nobody answers; absent: it runs and answers. */
  readonly silent?: string;
  readonly ssh: PortFinding;
  readonly rdp: PortFinding;
  readonly key: AccessKey;
  /** Absent: no role. */
  readonly role?: { readonly name: string; readonly policies: readonly string[] };
  /** The credentials of the role come from the metadata service. */
  readonly metadataEnabled: boolean;
  /** Session Manager's three, by name: `ssm`. */
  readonly services: readonly { readonly name: string; readonly finding: PathFinding }[];
  /** `undefined`: a type nothing is known of. */
  readonly nitro: boolean | undefined;
  readonly instanceType: string;
  /** User data calls a command that sets passwords. */
  readonly setsPassword: boolean;
}

/**
 * `none`: launched without one. `copied`: without one, from an image of an instance, whose keys are in it.
 * `unknown`: named at launch, and not drawn.
 */
export type AccessKey =
  | { readonly state: 'none' }
  | { readonly state: 'copied' }
  | { readonly state: 'unknown'; readonly name: string }
  | {
      readonly state: 'drawn';
      readonly name: string;
      readonly type: 'rsa' | 'ed25519';
      /** Somebody has the private half. */
      readonly kept: boolean;
    };
