/**
 * What the internet reaches, for sentences: asked lazily, remembered for the revision and the state of things it was
 * asked for, and left out of a sentence as long as it is not known.
 */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Exposure, ResourceId } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { documentStore } from '../state/document-store';
import { runStore } from '../state/run-store';
import { openTo } from './reach-words';

export interface ReachAnswer {
  /** What the internet reaches of each thing, as `443` or `udp 53`; who is absent is not reached. */
  readonly open: ReadonlyMap<ResourceId, readonly string[]>;
  readonly revision: number;
}

interface ReachState {
  readonly key: string;
  readonly answer: ReachAnswer | null;
}

export const reachStore = createStore<ReachState>(() => ({ key: '', answer: null }));

/** An edit is often one of several: the engine is asked when the hands rest. */
const REST_MS = 400;

/** Equal as long as the answer must be: the clock alone changes nothing. */
function keyNow(): string {
  const { documentId, revision } = documentStore.getState();
  const { moment, live } = runStore.getState();
  const states =
    moment === 'design'
      ? 'design'
      : Object.values(live)
          .map((fields) => `${fields.state ?? ''} ${fields.publicIp ?? ''}`)
          .join();
  return `${documentId} ${revision} ${states}`;
}

let askers = 0;
let timer = 0;
let asking = false;

/** Keeps the answer up to date until the returned function is called. Several may ask for that. */
export function followReach(): () => void {
  askers += 1;
  askLater();
  const stops = [documentStore.subscribe(askLater), runStore.subscribe(askLater)];
  return () => {
    askers -= 1;
    for (const stop of stops) stop();
  };
}

function askLater(): void {
  // While a run plays nobody waits for it, and the worker has better to do.
  if (runStore.getState().playing || reachStore.getState().key === keyNow()) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void askNow(), REST_MS);
}

/** @returns the answer for the document as it is; `null` if it could not be had. */
export async function askNow(): Promise<ReachAnswer | null> {
  clearTimeout(timer);
  const key = keyNow();
  const known = reachStore.getState();
  if (known.key === key) return known.answer;
  if (asking) return null;
  asking = true;
  try {
    const reply = await ask((engine) => engine.exposure(runStore.getState().moment));
    const answer = reply.ok ? { open: openOf(reply.value), revision: reply.revision } : null;
    if (key === keyNow()) reachStore.setState({ key, answer });
    return key === keyNow() ? answer : null;
  } finally {
    asking = false;
    if (askers > 0 && reachStore.getState().key !== keyNow()) askLater();
  }
}

/** By machine and by interface. */
function openOf({ inbound }: Exposure): ReadonlyMap<ResourceId, readonly string[]> {
  const open = new Map<ResourceId, string[]>();
  for (const line of inbound) {
    const texts = openTo(line);
    if (texts.length === 0) continue;
    for (const { id, instanceId } of line.members)
      for (const owner of instanceId === undefined ? [id] : [id, instanceId]) {
        const all = open.get(owner) ?? [];
        open.set(owner, [...new Set([...all, ...texts])]);
      }
  }
  return open;
}

/** Keeps asking while what calls it is on the screen. */
export const useReachFollowed = (): void => useEffect(() => followReach(), []);

/** @returns what the internet reaches of a thing as far as is known: it may be a moment old, never another document's. */
export const useReachOf = (id: ResourceId): readonly string[] | undefined =>
  useStore(reachStore, (state) => state.answer?.open.get(id));
