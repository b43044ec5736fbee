/** The worker itself: a simulation, exposed. */
import * as Comlink from 'comlink';
import { createSimulation } from './simulation';

// A message to oneself comes after those already waiting, and sooner than a timer.
const { port1, port2 } = new MessageChannel();
const yieldToMessages = () =>
  new Promise<void>((resolve) => {
    port2.onmessage = () => resolve();
    port1.postMessage(null);
  });

Comlink.expose(createSimulation({ nowMs: () => performance.now(), yieldToMessages }));
