/**
 * The only place that knows Comlink. Watches the worker: a ready handshake with a limit, error handlers,
 * restart with the document as the page has it. A call to a dead worker would never settle through Comlink alone,
 * so every call here also settles when the worker dies.
 */
import * as Comlink from 'comlink';
import workerUrl from '../../workers/simulation.worker.ts?worker&url';
import type { Failure } from '../../engine';
import type { Reply, SimulationContract } from '../../workers/contract';
import { documentStore, onDocumentEvent, type DocumentEvent } from '../state/document-store';
import { frame } from '../strings/en/frame';

const READY_LIMIT_MS = 15_000;
const RESTARTS = 5;
/** A question open for this long: is anybody there? Longer than any slice of work, import of a large account included. */
const SILENCE_MS = 10_000;

export type EngineStatus = 'starting' | 'ready' | 'restarting' | 'failed';

interface Connection {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<SimulationContract>;
  /** Rejects when the worker dies. */
  readonly death: Promise<never>;
  readonly die: (reason: string) => void;
  /** Resolves when the worker holds the page's document. */
  readonly ready: Promise<void>;
}

let connection: Connection | null = null;
let restarts = 0;
let status: EngineStatus = 'starting';
const statusListeners = new Set<(status: EngineStatus) => void>();

/**
 * Asks the engine. Answers are plain data; a dead worker is restarted and the question asked once more.
 * @returns the reply; `ok: false` with reason `conflict` when the engine could not be brought back.
 */
export async function ask<T>(
  question: (engine: Comlink.Remote<SimulationContract>) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const current = connect();
    const stopListening = listenForLife(current);
    try {
      await Promise.race([current.ready, current.death]);
      return await Promise.race([question(current.remote), current.death]);
    } catch {
      lose(current);
    } finally {
      stopListening();
    }
  }
  return { ok: false, revision: documentStore.getState().revision, failure: engineLost() };
}

/** A worker can vanish without an error: while a question is open it is greeted now and then, and has to greet back. */
function listenForLife(current: Connection): () => void {
  let timer = 0;
  let over = false;
  const greetLater = () => {
    timer = window.setTimeout(() => {
      timer = window.setTimeout(() => current.die('the worker fell silent'), READY_LIMIT_MS);
      void current.remote.hello().then(() => {
        clearTimeout(timer);
        if (!over) greetLater();
      });
    }, SILENCE_MS);
  };
  greetLater();
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

/** In the language of the moment. */
const engineLost = (): Failure => ({ reason: 'conflict', message: frame.engineFailed });

export function onEngineStatus(listener: (status: EngineStatus) => void): () => void {
  statusListeners.add(listener);
  listener(status);
  return () => statusListeners.delete(listener);
}

function connect(): Connection {
  if (connection) return connection;
  // A worker loaded by address is outside the page's meta policy; one started from a blob inherits it.
  const source = `import ${JSON.stringify(new URL(workerUrl, document.baseURI).href)};`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(blobUrl, { type: 'module', name: 'simulation' });
  const remote = Comlink.wrap<SimulationContract>(worker);
  let die: (reason: string) => void = () => {};
  const death = new Promise<never>((_, reject) => {
    die = (reason) => reject(new Error(reason));
  });
  const current: Connection = { worker, remote, death, die, ready: greet(remote, blobUrl) };
  connection = current;
  // Nobody may be waiting at the moment it dies.
  death.catch(() => lose(current));
  worker.addEventListener('error', (event) => die(event.message || 'worker error'));
  worker.addEventListener('messageerror', () => die('worker message error'));
  current.ready.then(
    () => connection === current && setStatus('ready'),
    () => {},
  );
  return current;
}

async function greet(remote: Comlink.Remote<SimulationContract>, blobUrl: string): Promise<void> {
  const limit = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('the worker did not answer')), READY_LIMIT_MS),
  );
  await Promise.race([remote.hello(), limit]);
  URL.revokeObjectURL(blobUrl);
  const { document: scenario, revision } = documentStore.getState();
  await remote.load(scenario, revision);
}

function lose(lost: Connection): void {
  lost.worker.terminate();
  lost.die('the worker was ended');
  if (connection !== lost) return;
  connection = null;
  restarts += 1;
  setStatus(restarts > RESTARTS ? 'failed' : 'restarting');
  if (restarts <= RESTARTS) connect();
}

function setStatus(next: EngineStatus): void {
  status = next;
  for (const listener of statusListeners) listener(next);
}

/** Starts the worker and keeps its copy of the document in step with the page's. */
export function startEngine(): void {
  connect();
  onDocumentEvent((event) => {
    const current = connection;
    if (current) void keepInStep(current, event);
  });
}

async function keepInStep(current: Connection, event: DocumentEvent): Promise<void> {
  try {
    await current.ready;
    const reply: Reply<null> =
      event.type === 'replaced'
        ? await current.remote.load(event.document, event.revision)
        : await current.remote.apply(event.changes, event.from, event.to);
    if (reply.ok) return;
    // The worker was elsewhere (it had just loaded a later revision): give it what the page has now.
    const { document: scenario, revision } = documentStore.getState();
    await current.remote.load(scenario, revision);
  } catch {
    lose(current);
  }
}
