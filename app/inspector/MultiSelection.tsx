/** Several things: how many of what, and what can be done with all of them. */
import { useMemo } from 'react';
import { FolderInput, Trash2 } from 'lucide-react';
import { descriptorOf, type Resource } from '../../engine';
import { nameOf } from '../subject/sentence';
import { perform } from '../state/perform';
import { useDocument } from '../state/hooks';
import { select, setView } from '../state/view-store';
import { inspector as text } from '../strings';
import { Button } from '../ui/Button';
import { KindIcon } from '../ui/KindIcon';
import { CloseButton } from './CloseButton';
import { LineUp } from './LineUp';
import { Section } from './Section';

/** Rows listed one by one; a thousand names help nobody. */
const LISTED = 50;

export default function MultiSelection({ resources }: { readonly resources: readonly Resource[] }) {
  const scenario = useDocument((state) => state.document);
  const ids = resources.map((resource) => resource.id);
  const counts = useMemo(() => {
    const byKind = new Map<string, number>();
    for (const { kind } of resources) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    return [...byKind];
  }, [resources]);
  return (
    <div className="p-3">
      <header className="flex items-center justify-between">
        <h2 className="text-base font-semibold">{text.several(resources.length)}</h2>
        <CloseButton />
      </header>
      <ul className="text-soft pt-1 text-sm">
        {counts.map(([kind, count]) => (
          <li key={kind}>
            {count} {count === 1 ? descriptorOf(kind)?.label : descriptorOf(kind)?.plural}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-1.5 pt-3">
        <Button
          icon={<FolderInput aria-hidden size={14} />}
          onClick={() => {
            select(...ids);
            setView({ dialog: 'move' });
          }}
        >
          {text.move}
        </Button>
        <Button
          look="danger"
          icon={<Trash2 aria-hidden size={14} />}
          onClick={() => void perform({ type: 'delete', ids })}
        >
          {text.deleteAll}
        </Button>
      </div>
      <LineUp />
      <Section title={text.selectFirst}>
        <ul>
          {resources.slice(0, LISTED).map((resource) => (
            <li key={resource.id}>
              <button
                type="button"
                className="hover:bg-sunken flex min-h-7 w-full items-center gap-2 rounded-md px-1 text-left text-sm"
                onClick={() => select(resource.id)}
              >
                <KindIcon kind={resource.kind} size={16} />
                <span className="truncate">{nameOf(scenario, resource)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
