/** The boot step by step, and what the console shows. */
import { Ban, Check, Circle, CircleDashed, X } from 'lucide-react';
import type { BootStepShown, ConsoleAnswer } from '../../engine';
import { makeClock } from '../playback/clock';
import { insideWords as words } from '../strings/en/inside';
import { Panel, Part, Source } from './Panel';
import { useInside } from './use-inside';

const MARKS = {
  waiting: { Icon: Circle, tone: 'text-soft' },
  running: { Icon: CircleDashed, tone: 'text-accent' },
  done: { Icon: Check, tone: 'text-good' },
  failed: { Icon: X, tone: 'text-bad' },
  'not-simulated': { Icon: Ban, tone: 'text-soft' },
} as const;

export default function ConsolePanel({ id }: { readonly id: string }) {
  return <Panel inside={useInside(id, 'console')}>{(value) => <Console {...value} />}</Panel>;
}

export function Console({ steps, lines, notModelled }: ConsoleAnswer) {
  return (
    <>
      {steps.length > 0 && (
        <Part title={words.steps}>
          <ol className="m-0 list-none p-0 text-sm">
            {steps.map((step, index) => (
              <Step key={index} step={step} />
            ))}
          </ol>
        </Part>
      )}
      <Part title={words.output}>
        {lines.length === 0 ? (
          <p className="text-soft m-0 text-sm">{words.noOutput}</p>
        ) : (
          <pre
            lang="en"
            tabIndex={0}
            className="bg-sunken border-line m-0 overflow-auto rounded-lg border p-2 font-mono text-xs leading-5"
          >
            {lines.join('\n')}
          </pre>
        )}
      </Part>
      {notModelled.length > 0 && (
        <Part title={words.notModelled}>
          <ul lang="en" className="text-soft m-0 list-disc pl-4 text-xs">
            {notModelled.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Step({ step }: { readonly step: BootStepShown }) {
  const { Icon, tone } = MARKS[step.state];
  const { startsAt, endsAt } = step;
  const took = startsAt !== null && endsAt !== null ? Math.round((endsAt - startsAt) / 100) / 10 : null;
  return (
    <li className="grid grid-cols-[5.5rem_1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-1 py-0.5">
      <span className="text-soft text-xs tabular-nums">{startsAt === null ? '' : makeClock(startsAt)}</span>
      <Icon size={13} aria-hidden className={`relative top-0.5 ${tone}`} />
      <span className="min-w-0">
        <span lang="en">{step.label}</span>
        {step.reason !== undefined && (
          <span lang="en" className={`block text-xs ${step.state === 'failed' ? 'text-bad' : 'text-soft'}`}>
            {step.reason}
            <Source href={step.source} />
          </span>
        )}
      </span>
      <span className={`text-xs ${tone}`}>
        {words.stepStates[step.state]}
        {took !== null && step.state === 'done' && (
          <span className="text-soft pl-1.5 tabular-nums">{words.took(took)}</span>
        )}
      </span>
    </li>
  );
}
