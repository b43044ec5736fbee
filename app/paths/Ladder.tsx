/** The path as a ladder of hop cards: down on the left, the reply up on the right. */
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { ScenarioPath } from '../../engine';
import { goToHop } from '../asking/ask-path';
import { openHop } from '../asking/open-hop';
import { useDocument, usePath } from '../state/hooks';
import { ladderOf } from '../state/path-store';
import { hopWords, pathWords } from '../strings/en/paths';
import { HopCard } from './HopCard';
import { ladderRungs, neighbour, type Ladder as LadderLayout, type LadderKey, type Rung } from './ladder';

const KEYS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

export function Ladder({ result }: { readonly result: ScenarioPath }) {
  const document = useDocument((state) => state.document);
  const step = usePath((state) => state.step);
  const ladder = useMemo(() => ladderRungs(ladderOf(result)), [result]);
  const cards = useRef<(HTMLButtonElement | null)[]>([]);
  useEffect(() => {
    cards.current[step]?.scrollIntoView({ block: 'center' });
  }, [step, result]);
  const walk = (event: KeyboardEvent, from: number) => {
    if (!KEYS.includes(event.key)) return;
    event.preventDefault();
    const to = neighbour(ladder, from, event.key as LadderKey);
    goToHop(to);
    cards.current[to]?.focus();
  };
  const back = ladder.hops.filter(({ direction }) => direction === 'return');
  const turn = ladder.hops.length - back.length - 1;
  const level = ladder.hops[turn]?.rung === back[0]?.rung;
  return (
    <div className="relative min-h-0 min-w-0 flex-1 overflow-auto">
      {result.resolution && <ResolutionCard resolution={result.resolution} />}
      <ol
        aria-label={pathWords.title}
        className="ladder"
        style={{ gridTemplateColumns: columnsFor(back.map(({ hop }) => hop.verdict)) }}
      >
        {ladder.hops.map((rung) => (
          <HopCard
            key={rung.step}
            document={document}
            rung={rung}
            current={rung.step === step}
            skipped={skippedAbove(ladder, rung)}
            turn={level && rung.step === turn + 1}
            ref={(card) => {
              cards.current[rung.step] = card;
            }}
            onOpen={() => openHop(rung.step)}
            onKeyDown={(event) => walk(event, rung.step)}
          />
        ))}
      </ol>
    </div>
  );
}

function skippedAbove({ hops }: LadderLayout, { step, rung, direction }: Rung): number | null {
  const above = hops[direction === 'forward' ? step - 1 : step + 1];
  return above?.direction === direction ? rung - above.rung - 1 : null;
}

/** A reply that never sets out takes less of the room. */
function columnsFor(back: readonly string[]): string {
  if (back.length === 0) return 'minmax(0, 1fr)';
  const walked = back.some((verdict) => verdict !== 'not-reached');
  return walked ? 'minmax(0, 1fr) minmax(0, 1fr)' : 'minmax(0, 2fr) minmax(0, 1fr)';
}

/** What a DNS name was resolved to, before the first hop. */
function ResolutionCard({ resolution }: { readonly resolution: NonNullable<ScenarioPath['resolution']> }) {
  return (
    <a
      className="hop"
      style={{ margin: '2px 2px 0' }}
      data-verdict={resolution.addresses.length > 0 ? 'pass' : 'stop'}
      href={resolution.source}
      target="_blank"
      rel="noreferrer"
      title={resolution.message}
    >
      <span className="hop-number">{hopWords.resolved}</span>
      <span className="hop-name">{resolution.name}</span>
      <span lang="en" className="hop-text">
        {resolution.message}
      </span>
    </a>
  );
}
