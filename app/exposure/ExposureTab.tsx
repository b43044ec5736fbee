/** The exposure overlay in words: what the internet reaches and why, and what reaches the internet. */
import { X } from 'lucide-react';
import { useExposure } from './exposure-store';
import { hideExposure } from '../state/overlay';
import { exposureWords as words } from '../strings/en/exposure';
import { Button } from '../ui/Button';
import { ExposureRow } from './ExposureRow';
import type { ExposureLine } from '../../engine';
import { textsOf } from './marks';
import type { Side } from './question';
import './exposure.css';

export default function ExposureTab() {
  const { value, failure } = useExposure();
  return (
    <div className="exposure-tab">
      {failure && (
        <p role="alert" className="text-bad m-0">
          {failure.message}
        </p>
      )}
      {!value && !failure && (
        <p role="status" className="text-soft m-0">
          {words.working}
        </p>
      )}
      {value && (
        <div className="exposure-sides">
          <Lines side="inbound" lines={value.inbound} />
          <Lines side="outbound" lines={value.outbound} />
        </div>
      )}
      <Button
        look="quiet"
        className="exposure-close"
        aria-label={words.close}
        title={words.close}
        onClick={hideExposure}
        icon={<X size={15} aria-hidden />}
      />
    </div>
  );
}

function Lines({ side, lines }: { readonly side: Side; readonly lines: readonly ExposureLine[] }) {
  const shown = lines.filter((line) => textsOf(line).length + line.unknown.length > 0);
  return (
    <section aria-label={words[side]}>
      <h3>{words[side]}</h3>
      {shown.length === 0 && (
        <p className="text-soft m-0">{side === 'inbound' ? words.noInbound : words.noOutbound}</p>
      )}
      <ul aria-label={words[side]}>
        {shown.map((line) => (
          <ExposureRow key={`${line.family} ${line.members[0]?.id ?? ''}`} side={side} line={line} />
        ))}
      </ul>
    </section>
  );
}
