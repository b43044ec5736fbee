/** Everything that works between the two ends, reply included, in words. */
import { usePathAnswer } from '../asking/use-path-answer';
import { useDocument, usePath } from '../state/hooks';
import { answerWords, flowsWords as words } from '../strings/en/paths';
import { textOfEnd } from './ends';

interface Line {
  readonly text: string;
}

export default function FlowsPanel() {
  const document = useDocument((state) => state.document);
  const { from, to } = usePath((state) => state.query);
  // A name stands for addresses; sets of packets know addresses only.
  const resolved = usePath(({ result }) => result?.resolution?.addresses[0]);
  const { value, failure } = usePathAnswer(`flows ${resolved ?? ''}`, (engine, query, at) =>
    engine.flows(query.from, resolved ?? query.to, at),
  );
  if (failure) return <p className="text-bad m-0">{failure.message}</p>;
  if (!value) return <p className="text-soft m-0">{answerWords.working}</p>;
  const { families } = value;
  return (
    <>
      <p className="text-soft m-0 text-xs">
        {words.intro(textOfEnd(document, from), textOfEnd(document, to))}
      </p>
      {families.length === 0 && <p className="m-0">{words.nothing}</p>}
      {families.map(({ family, works, sometimes, unknown }) => (
        <section key={family} aria-label={words.families[family]}>
          {families.length > 1 && (
            <h3 className="m-0 mt-1 text-sm font-semibold">{words.families[family]}</h3>
          )}
          {works.length === 0 ? <p className="m-0">{words.nothing}</p> : <Lines sign="✓" lines={works} />}
          {sometimes.length > 0 && (
            <>
              <p className="text-warn m-0 text-xs">{words.sometimes}</p>
              <Lines sign="~" lines={sometimes} />
            </>
          )}
          {unknown.map(({ code, resource, message, traffic }) => (
            <div key={`${code} ${resource}`}>
              <p className="text-warn m-0 text-xs">
                {words.unknown(message)} <code>{code}</code>
              </p>
              <Lines sign="?" lines={traffic} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function Lines({ sign, lines }: { readonly sign: string; readonly lines: readonly Line[] }) {
  return (
    <ul className="m-0 list-none p-0">
      {lines.map(({ text }) => (
        <li key={text}>
          <span aria-hidden className="text-good">
            {sign}
          </span>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}
