/** The first minute as a table of steps: each has one sentence and one button, and moves on when the world did. */
import { createStore } from 'zustand/vanilla';
import { goToHop, nextHop, setQuery, walkToEnd } from '../asking/ask-path';
import { announceDone } from '../state/announce-done';
import { commit, documentStore, openDocument } from '../state/document-store';
import { ladderOf, pathStore } from '../state/path-store';
import { runStore } from '../state/run-store';
import { announce, select, setView } from '../state/view-store';
import { pause, play, seek, setSpeed } from '../playback/run-controller';
import { shownStateOf } from '../state/shown-state';
import { firstMinuteWords as words } from '../strings/en/first-minute';
import { emptyScenario, type LiveState, type Scenario } from '../../engine';

export const STEPS = ['problem', 'why', 'cause', 'fixed', 'unplugging', 'unplugged', 'back', 'own'] as const;
export type Step = (typeof STEPS)[number];

interface StoryState {
  /** Null: not told, or closed. */
  readonly step: Step | null;
  /** The public address before the plug was pulled. */
  readonly addressBefore: string;
}

export const storyStore = createStore<StoryState>(() => ({ step: null, addressBefore: '' }));

const SERVER = 'i-1';
const PACKET = { from: 'internet-1', to: SERVER, protocol: 'tcp', port: 443 } as const;
/** By then the demo's script has written to both disks. */
const DATA_WRITTEN_MS = 120_000;
const BEFORE_THE_STOP_MS = DATA_WRITTEN_MS - 1_000;
const PLUG_ACTIONS = ['pull-the-plug', 'plug-it-in'] as const;
/** The start comes this long after the stop. */
const OFF_MS = 60_000;

export async function startStory(): Promise<void> {
  const { documentId } = documentStore.getState();
  select(SERVER);
  setView({ dockTab: 'paths', dockOpen: true });
  await setQuery(PACKET);
  // Somebody has opened something else meanwhile.
  if (documentStore.getState().documentId !== documentId) return;
  // With the answer, which the card tells: a line that came later would move the others.
  storyStore.setState({ step: 'problem' });
  // The packet is seen walking all the way to the rule that stops it.
  walkToEnd();
}

export const closeStory = (): void => storyStore.setState({ step: null });

/** The card's button. */
export async function goOn(): Promise<void> {
  const { step } = storyStore.getState();
  switch (step) {
    case 'problem':
      setView({ dockTab: 'paths', dockOpen: true });
      goToHop(0);
      storyStore.setState({ step: 'why' });
      return;
    case 'why':
      nextHop();
      return;
    case 'cause':
      fix();
      return;
    case 'fixed':
      await pullThePlug();
      return;
    case 'unplugged':
      pause();
      await seek(BEFORE_THE_STOP_MS);
      storyStore.setState({ step: 'back' });
      return;
    case 'back':
      openDocument({ ...emptyScenario(), title: 'My network' });
      setView({ leftTab: 'palette', leftOpen: true });
      storyStore.setState({ step: 'own' });
      return;
    case 'own':
      closeStory();
      return;
    case 'unplugging':
    case null:
      return;
  }
}

function fix(): void {
  const change = pathStore.getState().result?.blockers.find((blocker) => blocker.fix)?.fix;
  if (!change) return;
  const done = commit(change);
  if (done.ok) announceDone(change.label);
  else announce(done.error.message, 'bad');
}

async function pullThePlug(): Promise<void> {
  setView({ dockTab: 'data', dockOpen: true });
  select(SERVER);
  await seek(DATA_WRITTEN_MS);
  storyStore.setState({
    step: 'unplugging',
    addressBefore: runStore.getState().live[SERVER]?.publicIp ?? 'none',
  });
  commit({
    label: words.plug('web-1'),
    changes: [
      {
        type: 'add-action',
        action: { id: PLUG_ACTIONS[0], at: DATA_WRITTEN_MS, type: 'stop', target: SERVER },
      },
      {
        type: 'add-action',
        action: { id: PLUG_ACTIONS[1], at: DATA_WRITTEN_MS + OFF_MS, type: 'start', target: SERVER },
      },
    ],
  });
  setSpeed(10);
  await play();
}

/** Where the clock stands in the stop and start that the story asked for; null: in a time it does not tell of. */
export function stepAt(moment: number, server: LiveState[string] | undefined): Step | null {
  if (moment < DATA_WRITTEN_MS) return (server?.instanceStore?.length ?? 0) > 0 ? 'back' : null;
  const isUp = shownStateOf(server) === 'running' && Boolean(server?.publicIp);
  return moment > DATA_WRITTEN_MS + OFF_MS && isUp ? 'unplugged' : 'unplugging';
}

/** Only the story's own actions may come; what else happens in the run, it did not ask for. */
function isOwnScript(before: Scenario, after: Scenario): boolean {
  const known = new Set([...before.script.map(({ id }) => id), ...PLUG_ACTIONS]);
  return after.script.length >= before.script.length && after.script.every(({ id }) => known.has(id));
}

/** Moves the story on when the path or the run has come as far; called once. */
export function followStory(): () => void {
  const stops = [
    pathStore.subscribe(({ result, step }) => {
      const told = storyStore.getState().step;
      if (!result || (told !== 'problem' && told !== 'why' && told !== 'cause')) return;
      if (result.verdict === 'reachable') {
        storyStore.setState({ step: 'fixed' });
        walkToEnd();
      } else if (told === 'why' && ladderOf(result)[step]?.hop.verdict === 'stop') {
        storyStore.setState({ step: 'cause' });
      }
    }),
    runStore.subscribe(({ live, moment }) => {
      const { step } = storyStore.getState();
      if (step !== 'unplugging' && step !== 'unplugged' && step !== 'back') return;
      const now = moment === 'design' ? null : stepAt(moment, live[SERVER]);
      if (now === null) closeStory();
      else if (now !== step) storyStore.setState({ step: now });
    }),
    documentStore.subscribe((state, before) => {
      const { step } = storyStore.getState();
      if (step === null || step === 'own') return;
      if (state.documentId === before.documentId) {
        if (state.document.script !== before.document.script && !isOwnScript(before.document, state.document))
          closeStory();
      } else if (step !== 'back') closeStory();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
