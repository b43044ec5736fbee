/**
 * What the page and the simulation worker say to each other. Types only; arguments and answers are plain data.
 * The page owns the document; the worker holds a copy at the same revision, answers questions and proposes changes.
 */
import type {
  Scenario,
  ScenarioChange,
  ScenarioChangeSet,
  ScenarioDiagnostic,
  ScenarioPath,
} from '../engine/catalog/descriptors';
import type { ImportLine, InputFile, OpenedDocument } from '../engine/model/import';
import type { CheckResult } from '../engine/model/check';
import type { Difference, DifferenceQuestion } from '../engine/model/difference';
import type { FutureDifference } from '../engine/model/future-difference';
import type { InsideAnswer, InsideQuestion } from '../engine/model/inside';
import type { Inspection } from '../engine/model/inspection';
import type { LinkState } from '../engine/model/link-state';
import type { ActionOption, RunLog, RunLogQuery, RunMoment, RunOutline } from '../engine/model/live';
import type { PathQuery } from '../engine/model/path';
import type { Carried, Connection, Intent, PlaceId, PlaceOption, Proposal } from '../engine/model/proposal';
import type { Closing, Repair } from '../engine/model/repair';
import type { ResourceId } from '../engine/model/resource';
import type { Failure } from '../engine/model/result';
import type { RulesReview } from '../engine/model/rule-review';
import type {
  Exposure,
  ExposureQuestion,
  ExposureReason,
  FlowsAnswer,
  ReachMatrix,
} from '../engine/model/traffic';
import type { Resource } from '../engine/catalog/descriptors';

export type { ImportLine, InputFile };

export type {
  ActionOption,
  CheckResult,
  Closing,
  Difference,
  DifferenceQuestion,
  Inspection,
  Repair,
  RunOutline,
};

/** What an answer rests on: ask again only when an edit touches one of these. `all` where it rests on everything. */
export type Footprint = readonly ResourceId[] | 'all';

export type Reply<T> =
  | { readonly ok: true; readonly revision: number; readonly footprint: Footprint; readonly value: T }
  | { readonly ok: false; readonly revision: number; readonly failure: Failure };

/** `design`: as if everything were running; otherwise ms since time 0. */
export type Moment = 'design' | number;

export interface SimulationContract {
  /** Answers once the engine is ready. */
  hello(): Promise<Reply<Hello>>;
  /** Replaces the worker's copy. */
  load(document: Scenario, revision: number): Promise<Reply<null>>;
  /** Brings the copy from one revision to the next; refused with `conflict` if the worker is elsewhere. */
  apply(changes: readonly ScenarioChange[], from: number, to: number): Promise<Reply<null>>;

  problems(): Promise<Reply<readonly ScenarioDiagnostic[]>>;
  /** For every place on the canvas: may this be dropped there? */
  places(carried: Carried): Promise<Reply<Readonly<Record<PlaceId, PlaceOption>>>>;
  /** What a thing may be connected with, as an `associate` of the two. */
  connections(id: ResourceId, at?: Moment): Promise<Reply<readonly Connection[]>>;
  /** @param at the moment shown: some edits need a stopped instance. Default `design`. */
  propose(intent: Intent, at?: Moment): Promise<Reply<Proposal<Resource>>>;
  /** Derived facts of one thing, for the inspector. */
  inspect(id: ResourceId, at: Moment): Promise<Reply<Inspection>>;
  /** One thing about the inside of an instance. `from`: where somebody who wants to log in sits; absent: the internet. */
  inside(id: ResourceId, question: InsideQuestion, at: Moment, from?: string): Promise<Reply<InsideAnswer>>;
  /** What each rule of a security group or network ACL means, and whether it is needed. */
  reviewRules(id: ResourceId): Promise<Reply<RulesReview>>;
  /**
   * Fresh places for what is not pinned, zones as lanes and public above private. Of a selection the contents of its
   * boxes and its other things, and nothing else moves. No change where everything is tidy.
   */
  arrange(selection?: readonly ResourceId[]): Promise<Reply<ScenarioChangeSet>>;

  trace(query: PathQuery, at: Moment): Promise<Reply<ScenarioPath>>;
  /** The smallest set of edits that makes a path work, as one undo step; or why there is none. */
  repair(query: PathQuery, at: Moment): Promise<Reply<Repair<Resource>>>;
  /** The edits that stop a path with the least loss besides, and the other ways to do it; or why there is none. */
  close(query: PathQuery, at: Moment): Promise<Reply<Closing<Resource>>>;
  /** Everything that gets from one end to the other and is answered, in words and as sets. */
  flows(from: string, to: string, at: Moment): Promise<Reply<FlowsAnswer>>;
  /** What everything may send to everything, by groups that fare alike: one matrix for each family of addresses. */
  reach(at: Moment): Promise<Reply<readonly ReachMatrix[]>>;
  /** What the internet reaches, and what reaches the internet. */
  exposure(at: Moment): Promise<Reply<Exposure>>;
  /** By which gateways, translations and rules, for a line that somebody looks at. */
  exposureReasons(question: ExposureQuestion, at: Moment): Promise<Reply<readonly ExposureReason[]>>;
  /** The document's checks at a moment. */
  checks(at: Moment): Promise<Reply<readonly CheckResult[]>>;
  /** What works otherwise after an edit than before it: the last one by its undo, or one that is thought of. */
  difference(question: DifferenceQuestion<Resource>, at: Moment): Promise<Reply<Difference>>;

  /** Plays the document's script to its end, in slices; `cancelRun` stops it. */
  run(): Promise<Reply<RunOutline>>;
  cancelRun(): Promise<Reply<null>>;
  /** How the document's run comes out otherwise than that of another document; a later question stops an earlier one. */
  compareFuture(other: Scenario): Promise<Reply<FutureDifference>>;
  /** A stretch of the run's log: what `run` has of it ends at `toldUntil`. */
  log(query: RunLogQuery): Promise<Reply<RunLog>>;
  /** Everything's state at a time of the run (ms). */
  momentAt(at: number): Promise<Reply<RunMoment>>;

  /** Whatever was dropped or pasted: scenario, share link or AWS output. Never touches the worker's copy. */
  open(files: readonly InputFile[]): Promise<Reply<Opened>>;
  /** Scenario as the text of a file. */
  makeFile(): Promise<Reply<string>>;
  /** The URL fragment, without `#`. `state`: what is shown, and whether it may be edited. */
  makeLink(state?: LinkState): Promise<Reply<string>>;
}

export interface Hello {
  readonly engine: string;
}

/** Whatever `open` was given, as a document, and what could not be taken over. */
export type Opened = OpenedDocument<Resource>;
