/** “Can I log in?”: one block a way, one line a condition. */
import { CircleHelp, CircleMinus, Check, X } from 'lucide-react';
import type { LoginAnswer, LoginWay } from '../../engine';
import { insideWords as words } from '../strings/en/inside';
import { Panel, Source } from './Panel';
import { useInside } from './use-inside';

const MARKS = {
  yes: { Icon: Check, tone: 'text-good' },
  no: { Icon: X, tone: 'text-bad' },
  unknown: { Icon: CircleHelp, tone: 'text-warn' },
  'not-applicable': { Icon: CircleMinus, tone: 'text-soft' },
} as const;

export default function LoginPanel({ id }: { readonly id: string }) {
  return <Panel inside={useInside(id, 'login')}>{(value) => <Login {...value} />}</Panel>;
}

export function Login({ ways }: LoginAnswer) {
  return ways.map((way) => (
    <section key={way.way} className="border-line mb-3 rounded-lg border px-3 py-2">
      <h3 className="m-0 flex items-baseline justify-between gap-2 text-sm font-semibold">
        <span lang="en">{way.label}</span>
        <Verdict answer={way.verdict} />
      </h3>
      <ul className="m-0 list-none p-0 text-sm">
        {way.lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </ul>
    </section>
  ));
}

function Line({ line }: { readonly line: LoginWay['lines'][number] }) {
  return (
    <li className="grid grid-cols-[6rem_5.5rem_minmax(0,1fr)] items-baseline gap-x-2 py-0.5">
      <span lang="en" className="text-soft text-xs">
        {line.what}
      </span>
      <Verdict answer={line.answer} />
      <span lang="en">
        {line.why}
        <Source href={line.source} />
      </span>
    </li>
  );
}

function Verdict({ answer }: { readonly answer: LoginWay['verdict'] }) {
  const { Icon, tone } = MARKS[answer];
  return (
    <span className={`inline-flex items-center gap-1 text-xs font-medium ${tone}`}>
      <Icon size={13} aria-hidden />
      {words.verdicts[answer]}
    </span>
  );
}
