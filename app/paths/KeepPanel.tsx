/** The path as something that must stay so: one button for each type of check. */
import { Check, Plus } from 'lucide-react';
import { get } from '../../engine';
import { addCheck, dropCheck, sameAs, suggestionsFor } from '../asking/new-check';
import { commit } from '../state/document-store';
import { useDocument, usePath } from '../state/hooks';
import { announce } from '../state/view-store';
import { keepWords as words } from '../strings/en/checks';
import { Button } from '../ui/Button';
import { textOfEnd } from './ends';

export default function KeepPanel() {
  const document = useDocument((state) => state.document);
  const query = usePath((state) => state.query);
  const { checks } = document;
  const suggestions = suggestionsFor(
    query,
    checks,
    (end) => textOfEnd(document, end),
    (end) => {
      const resource = get(document, end);
      return resource !== undefined && resource.kind !== 'internet';
    },
  );
  return (
    <>
      <p className="text-soft m-0 text-xs">{words.intro}</p>
      <div className="my-1 flex flex-wrap gap-1">
        {suggestions.map((suggestion) => {
          const { type, title = type } = suggestion.check;
          const there = sameAs(checks, suggestion);
          return (
            <Button
              key={type}
              aria-pressed={there !== undefined}
              className={there ? 'bg-accent-soft text-accent' : ''}
              title={there ? words.there(title) : title}
              icon={there ? <Check size={13} aria-hidden /> : <Plus size={13} aria-hidden />}
              onClick={() => {
                const done = commit(there ? dropCheck(checks, there) : addCheck(checks, suggestion));
                const said = there ? words.dropped(there.title ?? there.id) : words.added(title);
                announce(done.ok ? said : done.error.message, done.ok ? 'info' : 'bad');
              }}
            >
              {words.types[type]}
            </Button>
          );
        })}
      </div>
    </>
  );
}
