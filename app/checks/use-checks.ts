/** The document's checks at the moment shown; asked again when the document or the state of things changes. */
import { useAnswer } from '../engine-client/use-answer';
import type { CheckResult } from '../../engine';
import { useDocument, useRun } from '../state/hooks';
import { shownStateOf } from '../state/shown-state';

const NONE: readonly CheckResult[] = [];

export function useChecks(): readonly CheckResult[] {
  const count = useDocument((state) => state.document.checks.length);
  const moment = useRun((state) => state.moment);
  // Answers change with the state of things, not with every tick of the clock.
  const stateKey = useRun((state) =>
    state.moment === 'design'
      ? 'design'
      : Object.values(state.live)
          .map((fields) => shownStateOf(fields) ?? '')
          .join(),
  );
  const { value } = useAnswer(count > 0 ? (engine) => engine.checks(moment) : null, `checks ${stateKey}`);
  return value ?? NONE;
}
