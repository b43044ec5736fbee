/** What is opened from outside, and what is said about it: files in, a document and a report out. */
import type { ScenarioDocument } from './document';
import type { LinkState } from './link-state';
import type { ResourceBase } from './resource';

export interface InputFile {
  /** As dropped, folders included: `us-east-2/Vpcs.json`. */
  readonly name: string;
  readonly text: string;
}

/** One line of the import report. */
export interface ImportLine {
  readonly severity: 'info' | 'warning';
  /** Where in the input, e.g. `Vpcs.json` or an AWS id. */
  readonly where: string;
  readonly message: string;
  /** How many things it is about. */
  readonly count?: number;
}

export interface OpenedDocument<R extends ResourceBase = ResourceBase> {
  readonly document: ScenarioDocument<R>;
  readonly from: 'scenario' | 'link' | 'aws';
  readonly report: readonly ImportLine[];
  /** Of a link: what is to be shown, and whether it may be edited. */
  readonly state?: LinkState;
  /** Instances the input shows as terminated. They are not in the document, but their ids are known. */
  readonly terminated?: readonly TerminatedInstance[];
}

export interface TerminatedInstance {
  /** The id AWS gave it. */
  readonly id: string;
  readonly name?: string;
}
