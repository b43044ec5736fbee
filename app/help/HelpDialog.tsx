/** Every command and key by group, gestures, and what is simulated and what is not. */
import { useId, useMemo, useState, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { useStore } from 'zustand';
import { COMMANDS } from '../commands/list';
import { FrameDialog } from '../frame/FrameDialog';
import { preferencesStore } from '../state/preferences';
import { help as text } from '../strings';
import { helpSections, narrowed, type HelpRow } from './sections';
import './help.css';

export default function HelpDialog() {
  const [query, setQuery] = useState('');
  const letterKeys = useStore(preferencesStore, (state) => state.letterKeys);
  const sections = useMemo(() => narrowed(helpSections(COMMANDS), query), [query]);
  const wanted = query.trim().toLowerCase();
  const holding = (lines: readonly string[]) =>
    lines.filter((line) => wanted === '' || line.toLowerCase().includes(wanted));
  const model = holding(text.model);
  const notModel = holding(text.notModel);
  const nothing = sections.length + model.length + notModel.length === 0;
  return (
    <FrameDialog title={text.title} whole="help">
      <label className="help-search">
        <Search aria-hidden size={15} />
        <span className="sr-only">{text.search}</span>
        <input
          autoFocus
          type="search"
          autoComplete="off"
          placeholder={text.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      <div className="help-sheet" role="region" aria-label={text.title} tabIndex={0}>
        {!letterKeys && <p className="help-note">{text.lettersOff}</p>}
        {nothing && <p className="help-note">{text.nothing(query.trim())}</p>}
        <div className="help-columns">
          {sections.map((section) => (
            <Section key={section.id} title={section.title}>
              <dl>
                {section.rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </dl>
            </Section>
          ))}
        </div>
        <Lines title={text.sections.model} lines={model} />
        <Lines title={text.sections.notModel} lines={notModel} />
        {wanted === '' && <p className="help-note">{text.privacy}</p>}
      </div>
    </FrameDialog>
  );
}

function Row({ row }: { readonly row: HelpRow }) {
  return (
    <div className="help-row">
      <dt>{row.words}</dt>
      <dd>
        {row.keys.length === 0 && <span className="help-none">{text.noKey}</span>}
        {row.keys.map((keys) => (
          <kbd key={keys}>{keys}</kbd>
        ))}
      </dd>
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="help-section">
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
