/**
 * The front door for the worker: the one stateful object. Holds a copy of the document at the page's revision and
 * what was computed from it. What is large is loaded when it is first asked for, so that the first verdict is early.
 */
import type {
  Resource,
  Scenario,
  ScenarioChange,
  ScenarioChangeSet,
  ScenarioDiagnostic,
  ScenarioPath,
  ScenarioView,
} from './catalog/descriptors';
import { get } from './catalog/lookup';
import { compileNetwork, trace, type ScenarioNetwork } from './catalog/network-roles';
import type { Run } from './catalog/run';
import { applyChanges } from './model/change';
import type { CheckResult } from './model/check';
import type { Difference, DifferenceQuestion } from './model/difference';
import type { FutureDifference } from './model/future-difference';
import type { InputFile, OpenedDocument } from './model/import';
import type { InsideAnswer, InsideQuestion } from './model/inside';
import type { Inspection } from './model/inspection';
import type { LinkState } from './model/link-state';
import type { LiveState, RunLog, RunLogQuery, RunMoment, RunOutline } from './model/live';
import type { PathQuery } from './model/path';
import type { Carried, Connection, Intent, PlaceId, PlaceOption, Proposal } from './model/proposal';
import type { Closing, Repair } from './model/repair';
import type { ResourceId } from './model/resource';
import { fail, ok, type Result } from './model/result';
import type { RulesReview } from './model/rule-review';
import type { Exposure, ExposureQuestion, ExposureReason, FlowsAnswer, ReachMatrix } from './model/traffic';
import { emptyScenario } from './persistence/empty';

export type Moment = 'design' | number;

/** Events between two looks at the clock: about a millisecond's work. */
const EVENTS_PER_STEP = 100;

/** Called between steps of long work; resolves when the work may go on, to `false` when it is no longer wanted. */
export type Breathe = () => Promise<boolean> | boolean;

export class Session {
  #document: Scenario = emptyScenario();
  #revision = 0;
  #run: Run | null = null;
  readonly #networks = new Map<Moment, ScenarioNetwork>();

  get revision(): number {
    return this.#revision;
  }

  load(document: Scenario, revision: number): void {
    this.#document = document;
    this.#revision = revision;
    this.#forget();
  }

  /** @returns `conflict` when the copy is not at revision `from`: the whole document has to be loaded. */
  apply(changes: readonly ScenarioChange[], from: number, to: number): Result<null> {
    if (from !== this.#revision)
      return fail('conflict', `The engine holds revision ${this.#revision}, not ${from}.`);
    const applied = applyChanges(this.#document, changes);
    if (!applied.ok) return applied;
    this.load(applied.value.document, to);
    return ok(null);
  }

  async problems(): Promise<readonly ScenarioDiagnostic[]> {
    const document = this.#document;
    const { problemsOf } = await import('./validation');
    return problemsOf(document);
  }

  async places(carried: Carried): Promise<Readonly<Record<PlaceId, PlaceOption>>> {
    const document = this.#document;
    const { placesFor } = await import('./editing');
    return placesFor(document, carried);
  }

  /** What a thing may be connected with at a moment. */
  async connections(id: ResourceId, at: Moment): Promise<readonly Connection[]> {
    const document = this.#document;
    const live = await this.#liveAt(at);
    const { connectionsOf } = await import('./editing');
    return connectionsOf(document, id, live);
  }

  async propose(intent: Intent, at: Moment): Promise<Proposal<Resource>> {
    const document = this.#document;
    const live = await this.#liveAt(at);
    const { propose } = await import('./editing');
    return propose(document, intent, live);
  }

  /** @param selection what is to be tidied up; absent: everything that is not pinned. */
  async arrange(selection?: readonly ResourceId[]): Promise<ScenarioChangeSet> {
    const document = this.#document;
    const { arrangeAll, arrangeSelection } = await import('./drawing');
    return selection
      ? { label: 'Tidy up the selection', changes: arrangeSelection(document, selection) }
      : { label: 'Tidy up', changes: arrangeAll(document) };
  }

  async inspect(id: ResourceId, at: Moment): Promise<Result<Inspection>> {
    const document = this.#document;
    const resource = get(document, id);
    if (!resource) return fail('not-found', `There is no resource ${id}.`, id);
    const [{ derivedFacts }, { actionsFor }, { designLive }] = await Promise.all([
      import('./catalog/inspections'),
      import('./catalog/run'),
      import('./catalog/design-live'),
    ]);
    const live = at === 'design' ? designLive(document) : await this.#liveAt(at);
    return ok({
      id,
      ...derivedFacts(document, resource, live),
      actions: at === 'design' ? [] : actionsFor(document, id, live),
    });
  }

  /**
   * One thing about the inside of an instance: its console, its metadata, who can log in, what its state allows.
   * @param from where somebody who wants to log in sits: an end as a trace takes it; absent: the internet
   */
  async inside(
    id: ResourceId,
    question: InsideQuestion,
    at: Moment,
    from?: string,
  ): Promise<Result<InsideAnswer>> {
    const document = this.#document;
    const [{ insideOf }, { designLive }] = await Promise.all([
      import('./catalog/inside/answer'),
      import('./catalog/design-live'),
    ]);
    const live = at === 'design' ? designLive(document) : await this.#liveAt(at);
    const world = {
      document,
      at,
      live,
      network: () => this.#networkAt(at),
      run: () => this.#playedRun(),
      ...(from === undefined ? {} : { from }),
    };
    return insideOf(world, id, question);
  }

  /** Of a security group or a network ACL, in the drawing as if everything were running. */
  async reviewRules(id: ResourceId): Promise<Result<RulesReview>> {
    const network = await this.#networkAt('design');
    const { reviewRules } = await import('./catalog/rule-review');
    return reviewRules(network, id);
  }

  async trace(query: PathQuery, at: Moment): Promise<Result<ScenarioPath>> {
    return trace(await this.#networkAt(at), query);
  }

  /** The smallest set of edits of the document that makes a path work, narrow rules first. */
  async repair(query: PathQuery, at: Moment): Promise<Result<Repair<Resource>>> {
    const view = await this.#viewAt(at);
    const { repair } = await import('./analysis/repair/repair');
    return repair(view, query);
  }

  /** Everything that gets from one end to the other and is answered. */
  async flows(from: string, to: string, at: Moment): Promise<Result<FlowsAnswer>> {
    const network = await this.#networkAt(at);
    const { flows } = await import('./analysis/questions');
    return flows(network, from, to);
  }

  /** What everything may send to everything, one matrix for each family of addresses. */
  async reach(at: Moment): Promise<readonly ReachMatrix[]> {
    const network = await this.#networkAt(at);
    const { reach } = await import('./analysis/questions');
    return reach(network);
  }

  /** What the internet reaches and what reaches the internet; `exposureReasons` says why. */
  async exposure(at: Moment): Promise<Exposure> {
    const network = await this.#networkAt(at);
    const { exposure } = await import('./analysis/questions');
    return exposure(network);
  }

  /** By what one line of an exposure is as it is. */
  async exposureReasons(question: ExposureQuestion, at: Moment): Promise<Result<readonly ExposureReason[]>> {
    const network = await this.#networkAt(at);
    const { exposureReasons } = await import('./analysis/exposure-reasons');
    return exposureReasons(network, question);
  }

  /** The edits that stop a path with the least loss besides; no check that holds fails by them. */
  async close(query: PathQuery, at: Moment): Promise<Result<Closing<Resource>>> {
    const view = await this.#viewAt(at);
    const { close } = await import('./analysis/repair/close');
    return close(view, query);
  }

  async checks(at: Moment): Promise<readonly CheckResult[]> {
    if (this.#document.checks.length === 0) return [];
    const [view, network] = await Promise.all([this.#viewAt(at), this.#networkAt(at)]);
    const { evaluateChecks } = await import('./analysis/checks/checks');
    return evaluateChecks(view, network);
  }

  /**
   * What works otherwise after an edit than before it.
   * @returns a failure where the changes can't be applied to the document, or the path makes no sense.
   */
  async difference(
    { changes, are, query }: DifferenceQuestion<Resource>,
    at: Moment,
  ): Promise<Result<Difference>> {
    const here = await this.#viewAt(at);
    const applied = applyChanges(here.document, changes);
    if (!applied.ok) return applied;
    const there: ScenarioView = { ...here, document: applied.value.document };
    const { difference } = await import('./analysis/difference/difference');
    const [before, after] = are === 'undo' ? [there, here] : [here, there];
    return difference(before, after, query === undefined ? {} : { query });
  }

  /**
   * Plays the script to its end in steps; `breathe` is called between them.
   * @returns `conflict` when breathing said that nobody waits any more, or the document changed meanwhile.
   */
  async run(breathe: Breathe): Promise<Result<RunOutline>> {
    const document = this.#document;
    const { createRun } = await import('./catalog/run');
    const run = createRun(document);
    while (run.advance(EVENTS_PER_STEP) === 'more')
      if (!(await breathe())) return fail('conflict', 'The run was stopped.');
    if (document !== this.#document)
      return fail('conflict', 'The document changed while its run was computed.');
    this.#run = run;
    return ok(run.outline());
  }

  async momentAt(at: number): Promise<RunMoment> {
    return (await this.#playedRun()).momentAt(at);
  }

  /** How the run of this document comes out otherwise than that of another. */
  async compareFuture(other: Scenario, breathe: Breathe): Promise<Result<FutureDifference>> {
    const [{ createRun }, { compareFutures }] = await Promise.all([
      import('./catalog/run'),
      import('./catalog/future-difference'),
    ]);
    const run = createRun(other);
    while (run.advance(EVENTS_PER_STEP) === 'more')
      if (!(await breathe())) return fail('conflict', 'The comparison was stopped.');
    return ok(compareFutures(await this.#playedRun(), run));
  }

  /** A stretch of the log of the run. */
  async log(query: RunLogQuery): Promise<RunLog> {
    return (await this.#playedRun()).log(query);
  }

  async open(files: readonly InputFile[]): Promise<Result<OpenedDocument<Resource>>> {
    const [{ openInput }, { arrangeAll }] = await Promise.all([
      import('./interchange/open'),
      import('./drawing'),
    ]);
    const opened = openInput(files);
    if (!opened.ok || opened.value.from !== 'aws') return opened;
    const { document } = opened.value;
    const arranged = applyChanges(document, arrangeAll(document));
    return ok({ ...opened.value, document: arranged.ok ? arranged.value.document : document });
  }

  async makeFile(): Promise<string> {
    const document = this.#document;
    const { makeScenario } = await import('./persistence/scenario-file');
    return makeScenario(document);
  }

  /**
   * A link that has been opened once already and gave the same document again.
   * @param state what the link shows; absent: the document alone
   */
  async makeLink(state?: LinkState): Promise<Result<string>> {
    const document = this.#document;
    const { makeCheckedLink } = await import('./share/checked-link');
    return makeCheckedLink(document, state);
  }

  #forget(): void {
    this.#run = null;
    this.#networks.clear();
  }

  async #liveAt(at: Moment): Promise<LiveState> {
    return at === 'design' ? {} : (await this.momentAt(at)).live;
  }

  /** The run played to its end; a question about a moment may come before the page asked for the run. */
  async #playedRun(): Promise<Run> {
    if (this.#run) return this.#run;
    const document = this.#document;
    const { createRun } = await import('./catalog/run');
    const run = createRun(document);
    while (run.advance(EVENTS_PER_STEP) === 'more');
    if (document === this.#document) this.#run = run;
    return run;
  }

  async #viewAt(at: Moment): Promise<ScenarioView> {
    const document = this.#document;
    return { document, at, live: await this.#liveAt(at) };
  }

  async #networkAt(at: Moment): Promise<ScenarioNetwork> {
    const known = this.#networks.get(at);
    if (known) return known;
    const document = this.#document;
    const network = compileNetwork(await this.#viewAt(at));
    if (document === this.#document) {
      // Scrubbing asks of many moments; the last few are enough to go back and forth.
      if (this.#networks.size > 8) this.#networks.clear();
      this.#networks.set(at, network);
    }
    return network;
  }
}
