/** Nothing selected: the document itself. */
import { useMemo, useState } from 'react';
import { allOf, DESCRIPTORS, sorted } from '../../engine';
import { ProblemCard } from '../subject/ProblemCard';
import { commit } from '../state/document-store';
import { useDocument } from '../state/hooks';
import { useProblems } from '../state/problems-store';
import { setView } from '../state/view-store';
import { commands, inspector as text } from '../strings';
import { Button } from '../ui/Button';
import { KindIcon } from '../ui/KindIcon';
import { CloseButton } from './CloseButton';
import { Section } from './Section';

const HIGHEST_SEED = 4_294_967_295;
const SHOWN_PROBLEMS = 3;

export function DocumentSummary() {
  const scenario = useDocument((state) => state.document);
  const problems = useProblems();
  const counts = useMemo(() => {
    const all = sorted(scenario);
    return DESCRIPTORS.map((descriptor) => ({
      descriptor,
      count: all.filter((resource) => resource.kind === descriptor.kind).length,
    })).filter(({ count }) => count > 0);
  }, [scenario]);
  const regions = allOf(scenario, 'region').map((region) => region.regionName);
  return (
    <div className="p-3">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-base font-semibold">{scenario.title || commands.untitled}</h2>
          <p className="text-soft text-xs">{[text.document, ...regions].join(' · ')}</p>
        </div>
        <CloseButton />
      </header>
      {problems.length > 0 && (
        <Section title={`${text.problems} · ${problems.length}`}>
          <ul className="space-y-1.5">
            {problems.slice(0, SHOWN_PROBLEMS).map((problem, index) => (
              <li key={index}>
                <ProblemCard problem={problem} linked />
              </li>
            ))}
          </ul>
          {problems.length > SHOWN_PROBLEMS && (
            <Button
              look="quiet"
              className="mt-1"
              onClick={() => setView({ dockTab: 'problems', dockOpen: true })}
            >
              {text.problems}: {problems.length}
            </Button>
          )}
        </Section>
      )}
      <Section title={text.contents}>
        {counts.length === 0 && <p className="text-soft text-sm">{text.empty}</p>}
        <ul className="text-sm">
          {counts.map(({ descriptor, count }) => (
            <li key={descriptor.kind} className="flex min-h-6 items-center gap-2">
              <KindIcon kind={descriptor.kind} size={16} />
              {count} {count === 1 ? descriptor.label : descriptor.plural}
            </li>
          ))}
        </ul>
      </Section>
      <Seed seed={scenario.seed} />
    </div>
  );
}

function Seed({ seed }: { readonly seed: number }) {
  const [wrong, setWrong] = useState(false);
  const keep = (value: string) => {
    const next = Number(value);
    const legal = /^\d+$/.test(value.trim()) && next <= HIGHEST_SEED;
    setWrong(!legal);
    if (legal && next !== seed)
      commit({ label: `${text.seed} ${next}`, changes: [{ type: 'describe', set: { seed: next } }] });
  };
  return (
    <Section title={text.seed}>
      <input
        key={seed}
        aria-label={text.seed}
        aria-describedby="seed-help"
        aria-invalid={wrong}
        inputMode="numeric"
        defaultValue={seed}
        className="border-line bg-ground h-7 w-32 rounded-md border px-1.5 text-sm tabular-nums"
        onBlur={(event) => keep(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && keep(event.currentTarget.value)}
      />
      <p id="seed-help" className={`pt-0.5 text-xs ${wrong ? 'text-bad' : 'text-soft'}`}>
        {wrong ? text.seedLimits : text.seedHelp}
      </p>
    </Section>
  );
}
