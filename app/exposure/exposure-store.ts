/** What the engine said last about exposure: the canvas and the list show the same answer. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Exposure, Failure } from '../../engine';

export interface ExposureAnswer {
  readonly value: Exposure | null;
  readonly failure: Failure | null;
}

export const exposureStore = createStore<ExposureAnswer>(() => ({ value: null, failure: null }));

export const useExposure = (): ExposureAnswer => useStore(exposureStore);
