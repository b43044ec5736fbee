/** One quiet row: what can be seen of the inside of an instance, one thing at a time. */
import { useView } from '../state/hooks';
import { INSIDE_PANELS } from '../state/view-store';
import { insideWords as words } from '../strings/en/inside';
import { openInside } from './open-inside';

export function InsideLinks() {
  const open = useView((state) => state.inside);
  return (
    <nav aria-label={words.links} className="flex flex-wrap gap-x-2 pt-2">
      {INSIDE_PANELS.map((panel) => (
        <button
          key={panel}
          type="button"
          data-inside={panel}
          aria-expanded={open === panel}
          aria-label={words.panels[panel]}
          className="text-accent min-h-6 text-xs hover:underline"
          onClick={() => openInside(panel)}
        >
          {panel === 'states' ? words.diagramShort : words.panels[panel]}
        </button>
      ))}
    </nav>
  );
}
