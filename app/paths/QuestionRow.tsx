/** The question on one line: from, to, protocol and port; what is rare opens on demand beneath it. */
import { SlidersHorizontal, StepForward } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { PathQuery } from '../../engine';
import { nextHop, setQuery } from '../asking/ask-path';
import { EverythingMenu } from '../matrix/EverythingMenu';
import { usePath } from '../state/hooks';
import { ladderOf } from '../state/path-store';
import { pathWords as words, questionWords } from '../strings/en/paths';
import { Button } from '../ui/Button';
import { EndPicker } from './EndPicker';
import { NumberField } from './NumberField';
import { hasPorts, isIcmp, packetFor, PROTOCOLS, protocolOf } from './protocol';

const PORT = 65_535;

export function QuestionRow({ children }: { readonly children: ReactNode }) {
  const query = usePath((state) => state.query);
  const result = usePath((state) => state.result);
  const step = usePath((state) => state.step);
  const [more, setMore] = useState(false);
  const protocol = protocolOf(query);
  const ladder = result ? ladderOf(result) : [];
  const atEnd = ladder[step]?.hop.verdict === 'stop' || step >= ladder.length - 1;
  return (
    <>
      <div className="flex flex-none items-center gap-2 px-3 py-1.5 max-[1199px]:py-0.5">
        <EndPicker end="from" />
        <EndPicker end="to" />
        <select
          aria-label={words.protocol}
          value={protocol}
          onChange={(event) => void setQuery(packetFor(event.target.value))}
          className="border-line bg-raised h-7 rounded-md border px-1.5 text-sm"
        >
          {PROTOCOLS.map((name) => (
            <option key={name} value={name}>
              {questionWords.protocols[name]}
            </option>
          ))}
        </select>
        {protocol === 'other' && (
          <NumberField
            label={questionWords.number}
            value={Number(query.protocol)}
            most={255}
            onChange={(value) => void setQuery({ protocol: String(value ?? 0) })}
          />
        )}
        {hasPorts(protocol) && (
          <NumberField
            label={words.port}
            shown
            value={query.port}
            most={PORT}
            placeholder={words.anyPort}
            onChange={(port) => void setQuery({ port })}
          />
        )}
        <Button
          look="quiet"
          aria-expanded={more}
          aria-label={questionWords.more}
          title={questionWords.more}
          className={isSpecial(query) ? 'bg-accent-soft text-accent' : ''}
          onClick={() => setMore(!more)}
          icon={<SlidersHorizontal size={15} aria-hidden />}
        />
        {/* The room of an answer is kept: nothing moves when it comes. */}
        <div className="flex min-w-44 flex-1 items-center gap-2 max-sm:min-w-0">{children}</div>
        <EverythingMenu />
        <Button
          look="primary"
          className={ladder.length > 0 ? '' : 'invisible'}
          onClick={nextHop}
          aria-label={atEnd ? words.again : words.nextHop}
          title={`${words.nextHop} (N)`}
          icon={<StepForward size={15} aria-hidden />}
        >
          <span className="wide-only">{atEnd ? words.again : words.nextHop}</span>
        </Button>
      </div>
      {more && <Rare query={query} />}
    </>
  );
}

const isSpecial = (query: PathQuery): boolean =>
  query.ignoreServices === true || query.sourcePort !== undefined;

/** What one asks for now and then. */
function Rare({ query }: { readonly query: PathQuery }) {
  const protocol = protocolOf(query);
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 px-3 pb-1.5 text-sm">
      <label className="inline-flex items-center gap-1.5" title={questionWords.ignoreServicesHint}>
        <input
          type="checkbox"
          checked={query.ignoreServices ?? false}
          onChange={(event) => void setQuery({ ignoreServices: event.target.checked || undefined })}
        />
        {questionWords.ignoreServices}
      </label>
      {hasPorts(protocol) && (
        <NumberField
          label={questionWords.sourcePort}
          shown
          value={query.sourcePort}
          most={PORT}
          placeholder={words.anyPort}
          onChange={(sourcePort) => void setQuery({ sourcePort })}
        />
      )}
      {isIcmp(protocol) && (
        <>
          <NumberField
            label={questionWords.icmpType}
            shown
            value={query.icmpType}
            most={255}
            onChange={(icmpType) => void setQuery({ icmpType })}
          />
          <NumberField
            label={questionWords.icmpCode}
            shown
            value={query.icmpCode}
            most={255}
            onChange={(icmpCode) => void setQuery({ icmpCode })}
          />
        </>
      )}
    </div>
  );
}
