/** The engine's problems of the document as it is; the last list stays while a newer one is on its way. */
import type { ScenarioDiagnostic } from '../../engine';
import { useAnswer } from '../engine-client/use-answer';

const NONE: readonly ScenarioDiagnostic[] = [];

export const useProblems = (): readonly ScenarioDiagnostic[] =>
  useAnswer((engine) => engine.problems(), 'problems').value ?? NONE;
