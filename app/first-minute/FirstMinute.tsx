/** One card over the canvas: one sentence, one button. */
import { ArrowRight, CircleCheck, CircleX, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import ChecksList from '../checks/ChecksList';
import { useChecks } from '../checks/use-checks';
import { usePath, useRun } from '../state/hooks';
import { ladderOf } from '../state/path-store';
import { firstMinuteWords as words } from '../strings/en/first-minute';
import { Button } from '../ui/Button';
import { closeStory, followStory, goOn, storyStore, type Step } from './story';

export default function FirstMinute() {
  useEffect(() => followStory(), []);
  const step = useStore(storyStore, (state) => state.step);
  return step && <Card step={step} />;
}

function Card({ step }: { readonly step: Step }) {
  // The checks below are those of the moment shown; the card must not claim something else above them.
  const failing = useChecks().some(({ id, outcome }) => id === CHECK && outcome === 'fails');
  const broken = step === 'fixed' && failing;
  return (
    <section
      aria-label={words.title}
      className={`bg-raised shadow-float border-line absolute top-2.5 right-3 z-20 flex w-[26.5rem] max-w-[calc(100%-1.5rem)] items-center gap-3 rounded-lg border border-l-4 py-2 pr-8 pl-3 ${EDGES[broken ? 'problem' : step]}`}
    >
      <div className="min-w-0 flex-1">
        <h2 className="m-0 flex min-h-6 items-center gap-1.5 text-sm font-semibold">
          {step === 'fixed' && !broken && (
            <CircleCheck size={16} aria-hidden className="text-good flex-none" />
          )}
          {(step === 'problem' || step === 'cause' || broken) && (
            <CircleX size={16} aria-hidden className="text-bad flex-none" />
          )}
          {words[broken ? 'problem' : step].title}
        </h2>
        {!broken && (
          <p className="text-soft m-0 text-sm">
            <StoryText step={step} />
          </p>
        )}
        {step === 'fixed' && (
          <div className="mt-1.5">
            <ChecksList />
          </div>
        )}
      </div>
      {step !== 'unplugging' && !broken && (
        <Button look="primary" className="h-8 px-3" onClick={() => void goOn()}>
          {words[step].button}
          {step === 'why' && <ArrowRight size={14} aria-hidden />}
        </Button>
      )}
      <Button
        look="quiet"
        className="absolute top-1 right-1 h-6 px-0"
        aria-label={words.dismiss}
        onClick={closeStory}
        icon={<X size={14} aria-hidden />}
      />
    </section>
  );
}

/** What the card says of the customers is this check of the corner shop. */
const CHECK = 'check-1';

const EDGES: Record<Step, string> = {
  problem: 'border-l-bad',
  why: 'border-l-bad',
  cause: 'border-l-bad',
  fixed: 'border-l-good',
  unplugging: 'border-l-accent',
  unplugged: 'border-l-warn',
  back: 'border-l-good',
  own: 'border-l-good',
};

function StoryText({ step }: { readonly step: Step }) {
  const result = usePath((state) => state.result);
  const at = usePath((state) => state.step);
  const addressBefore = useStore(storyStore, (state) => state.addressBefore);
  const address = useRun((state) => state.live['i-1']?.publicIp ?? 'none');
  switch (step) {
    case 'problem':
    case 'cause':
      return result?.blockers[0]?.message ?? '';
    case 'why':
      return result ? (ladderOf(result)[at]?.hop.message ?? '') : '';
    case 'unplugged':
      return words.unplugged.text(addressBefore, address);
    case 'fixed':
    case 'unplugging':
    case 'back':
    case 'own':
      return words[step].text;
  }
}
