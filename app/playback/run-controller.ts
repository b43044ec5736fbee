/**
 * Moves the shown moment. The engine computes the run; here only the clock on the wall is read and the state of the
 * moment fetched. An edit of the drawing replays the run silently to the moment shown.
 */
import type { LiveState, ResourceId, RunEvent, RunOutline } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { documentStore, onDocumentEvent } from '../state/document-store';
import { runStore, type Speed } from '../state/run-store';
import { announce, viewStore } from '../state/view-store';
import { eventsWords as words, timelineWords } from '../strings/en/timeline';
import { countUntil, eventsOf } from './event-index';
import { describeDifferences, isAction } from './differences';

let frame = 0;
let lastFrameMs = 0;
/** Events at or before this many have been shown; another number means the state has to be fetched. */
let shownEvents = -1;
/** Counts what was asked to be shown: an answer that comes after the next question is old. */
let asked = 0;

/** Starts or goes on; from the design it starts at time 0. */
export async function play(): Promise<void> {
  const { moment, outline } = runStore.getState();
  const run = outline ?? (await computeRun());
  if (!run) return;
  const from = moment === 'design' || moment >= run.until ? 0 : moment;
  await show(from);
  runStore.setState({ playing: true });
  runOn();
}

/** The clock goes on from the moment now shown, if it is running at all. */
function runOn(): void {
  cancelAnimationFrame(frame);
  if (!runStore.getState().playing) return;
  lastFrameMs = performance.now();
  frame = requestAnimationFrame(tick);
}

export function pause(): void {
  cancelAnimationFrame(frame);
  runStore.setState({ playing: false });
}

export const togglePlay = (): void => {
  if (runStore.getState().playing) pause();
  else void play();
};

/** Goes to a time of the run (ms), playing or not. */
export async function seek(at: number): Promise<void> {
  const run = runStore.getState().outline ?? (await computeRun());
  if (!run) return;
  // The clock would overtake the answer.
  cancelAnimationFrame(frame);
  await show(Math.min(Math.max(0, Math.round(at)), run.until));
  runOn();
}

/** To the moment of the next event and stop there. */
export async function nextEvent(): Promise<void> {
  pause();
  const run = runStore.getState().outline ?? (await computeRun());
  if (!run) return;
  const { moment } = runStore.getState();
  const from = moment === 'design' ? -1 : moment;
  const here = await nextLines(run, from);
  await show(here[0]?.at ?? run.until);
  say(here);
}

/** To the moment of the next event of what is selected; where there is none it is said. */
export async function nextEventOfSelection(): Promise<void> {
  const { selection } = viewStore.getState();
  if (selection.length === 0) {
    announce(timelineWords.selectionNeeded);
    return;
  }
  pause();
  const run = runStore.getState().outline ?? (await computeRun());
  if (!run) return;
  const { moment } = runStore.getState();
  const from = moment === 'design' ? -1 : moment;
  const nexts = await Promise.all(selection.map((id) => nextLines(run, from, id)));
  const at = Math.min(...nexts.flat().map((event) => event.at));
  if (!Number.isFinite(at)) {
    announce(timelineWords.noMore);
    return;
  }
  await show(at);
  say([...new Set(nexts.flat())].filter((event) => event.at === at));
}

/** Messages of one moment that are read out: a fleet boots a thousand machines at once. */
const SAID_EVENTS = 5;

function say(events: readonly RunEvent[]): void {
  const said = events.slice(0, SAID_EVENTS).map((event) => event.message);
  if (said.length > 0) announce(said.join(' '), 'info', 'en');
}

/**
 * What happens next at one time, to one thing or at all. Of a long run the page has only the beginning of the log; the
 * worker finds the rest.
 */
async function nextLines(run: RunOutline, from: number, subject?: ResourceId): Promise<readonly RunEvent[]> {
  const events = subject === undefined ? run.events : eventsOf(run, subject);
  const first = countUntil(events, from);
  const next = events[first];
  if (next) return events.slice(first, countUntil(events, next.at));
  let looked = Math.max(from, run.toldUntil ?? run.until);
  while (looked < run.until) {
    const since = looked + 1;
    const reply = await ask((engine) =>
      engine.log({ from: since, limit: 1, ...(subject === undefined ? {} : { subject }) }),
    );
    if (!reply.ok) return [];
    const { lines, to } = reply.value;
    if (lines.length > 0) return lines.filter(({ at }) => at === lines[0]?.at);
    looked = to;
  }
  return [];
}

/** Back to time 0; from there once more to the design. */
export async function rewind(): Promise<void> {
  pause();
  if (runStore.getState().moment === 0) showDesign();
  else await seek(0);
}

/** Out of the run: the drawing as if everything were running. */
export function showDesign(): void {
  pause();
  asked += 1;
  shownEvents = -1;
  runStore.setState({ moment: 'design', live: {}, differences: [] });
}

export const setSpeed = (speed: Speed): void => runStore.setState({ speed });

/** Computes the run of the document as it is. */
async function computeRun(): Promise<RunOutline | null> {
  const reply = await ask((engine) => engine.run());
  if (!reply.ok) {
    announce(reply.failure.message, 'bad');
    return null;
  }
  shownEvents = -1;
  runStore.setState({ outline: reply.value });
  if (reply.value.cutShort) announce(reply.value.cutShort, 'bad');
  return reply.value;
}

/** @returns whether it is shown: false when something else was asked for meanwhile. */
async function show(at: number): Promise<boolean> {
  const turn = ++asked;
  const { outline } = runStore.getState();
  const events = outline ? countUntil(outline.events, at) : 0;
  const isTold = outline?.toldUntil === undefined || at <= outline.toldUntil;
  if (isTold && events === shownEvents) {
    runStore.setState({ moment: at });
    return true;
  }
  const reply = await ask((engine) => engine.momentAt(at));
  if (turn !== asked) return false;
  if (!reply.ok) {
    pause();
    announce(reply.failure.message, 'bad');
    return false;
  }
  shownEvents = events;
  runStore.setState({ moment: at, live: reply.value.live });
  return true;
}

/** A tab that was in the background goes on where it was: there are no frames meanwhile. */
const LONGEST_FRAME_MS = 250;

/** How long each moment stands while the run goes from event to event. */
const EVENT_STEP_MS = 900;
/** How long the present one has stood. */
let standingMs = 0;

function tick(): void {
  // Not the frame's own time stamp: the first one after a busy start has been seen hours off.
  const nowMs = performance.now();
  const { playing, moment, speed, outline } = runStore.getState();
  if (!playing || moment === 'design' || !outline) return;
  const passedMs = Math.min(LONGEST_FRAME_MS, nowMs - lastFrameMs);
  lastFrameMs = nowMs;
  if (speed === 'event') {
    standingMs += passedMs;
    if (standingMs < EVENT_STEP_MS) frame = requestAnimationFrame(tick);
    else void stepOn(outline, moment);
    return;
  }
  showAndGoOn(outline, Math.min(outline.until, moment + passedMs * speed));
}

async function stepOn(outline: RunOutline, from: number): Promise<void> {
  standingMs = 0;
  const [next] = await nextLines(outline, from);
  const { playing, moment } = runStore.getState();
  if (playing && moment === from) showAndGoOn(outline, next?.at ?? outline.until);
}

function showAndGoOn(outline: RunOutline, at: number): void {
  void show(at).then((shown) => {
    if (!shown) return;
    if (at >= outline.until) pause();
    else frame = requestAnimationFrame(tick);
  });
}

let replaying = 0;

/** Keeps the run true to the document; called once at start. */
export function followDocument(): () => void {
  return onDocumentEvent((event) => {
    const { moment, live } = runStore.getState();
    if (event.type === 'replaced') {
      showDesign();
      runStore.setState({ outline: null });
      return;
    }
    runStore.setState({ outline: null });
    if (moment !== 'design') void replay(live, isAction(event.changes));
  });
}

async function replay(before: LiveState, byAction: boolean): Promise<void> {
  const turn = ++replaying;
  const run = await computeRun();
  const { moment } = runStore.getState();
  if (!run || turn !== replaying || moment === 'design') return;
  cancelAnimationFrame(frame);
  const shown = await show(Math.min(moment, run.until));
  runOn();
  if (!shown) return;
  const differences = describeDifferences(
    documentStore.getState().document,
    before,
    runStore.getState().live,
    byAction,
  );
  runStore.setState({ differences, byAction });
  if (differences.length > 0)
    announce(byAction ? words.done(differences.length) : words.replayed(differences.length));
}
