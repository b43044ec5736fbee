/** What can be asked of the inside of an instance, one thing at a time, and the answers as plain data. */
import type { CallRow } from './state-diagram';

export const INSIDE_QUESTIONS = ['console', 'metadata', 'login', 'states'] as const;
export type InsideQuestion = (typeof INSIDE_QUESTIONS)[number];

export type InsideAnswer = ConsoleAnswer | MetadataAnswer | LoginAnswer | StatesAnswer;

/** The boot so far: its steps with their times, and what the console shows. */
export interface ConsoleAnswer {
  readonly question: 'console';
  /** Why there is nothing: not launched, terminated … */
  readonly absent?: string;
  readonly steps: readonly BootStepShown[];
  readonly lines: readonly string[];
  readonly notModelled: readonly string[];
}

export interface BootStepShown {
  readonly stage: string;
  readonly label: string;
  /** ms since time 0; `null`: not begun. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'not-simulated';
  /** Why it failed, with the rule that stopped the packet. */
  readonly reason?: string;
  readonly source?: string;
}

/** Instance metadata as a tree, and what a request for it gets. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html */
export interface MetadataAnswer {
  readonly question: 'metadata';
  readonly absent?: string;
  readonly settings: readonly { readonly label: string; readonly value: string; readonly note?: string }[];
  readonly tree: readonly MetadataEntry[];
  /** One line a way of asking: v1, v2, from a container …: what HTTP status it gets, and why. */
  readonly requests: readonly {
    readonly label: string;
    readonly status: number | 'no answer';
    readonly reason: string;
    readonly source: string;
  }[];
}

export interface MetadataEntry {
  /** One part of the path: `meta-data/`, `ami-id`. A folder ends in a slash. */
  readonly name: string;
  readonly value?: string;
  readonly entries?: readonly MetadataEntry[];
}

/** "Can I log in?", one way after the other. */
export interface LoginAnswer {
  readonly question: 'login';
  readonly absent?: string;
  readonly ways: readonly LoginWay[];
}

export interface LoginWay {
  readonly way: 'ssh' | 'rdp' | 'ec2-instance-connect' | 'session-manager' | 'serial-console';
  readonly label: string;
  /** `no` if one line says no. */
  readonly verdict: 'yes' | 'no' | 'unknown' | 'not-applicable';
  readonly lines: readonly {
    /** port, route, key, user, agent, role … */
    readonly what: string;
    readonly answer: 'yes' | 'no' | 'unknown';
    readonly why: string;
    readonly source?: string;
  }[];
}

/** The state diagram: where it is, and what each call would do now. */
export interface StatesAnswer {
  readonly question: 'states';
  readonly state: string;
  readonly calls: readonly CallRow[];
}
