/** A thing's name, typed where it stands. Enter and leaving keep it, Escape drops it. */
import { useStore } from '@xyflow/react';
import { get } from '../../../engine';
import { documentStore } from '../../state/document-store';
import { renamingText as text } from '../../strings/en/menu';
import { rename } from '../../subject/rename';
import { nameOf } from '../../subject/sentence';
import { canvasStore } from '../canvas-store';
import { resourceOfKey, useDrawing } from '../drawing';
import { elementOf } from '../stage';
import './renaming.css';

const MAX_NAME = 255;
/** Smaller on the screen nobody can read what is typed. */
const LEAST_SCALE = 0.85;
const WIDTH = { least: 120, most: 260 } as const;

const done = (key: string): void => {
  canvasStore.setState({ renaming: null });
  // The keyboard goes on from the thing.
  requestAnimationFrame(() => elementOf(key)?.focus({ preventScroll: true }));
};

export default function RenameField({ thing: key }: { readonly thing: string }) {
  const drawn = useDrawing().things.get(key);
  const zoom = useStore((state) => state.transform[2]);
  const { document } = documentStore.getState();
  const resource = get(document, resourceOfKey(key));
  if (!drawn || !resource) return null;
  const name = nameOf(document, resource);
  const scale = Math.max(1, LEAST_SCALE / zoom);
  const width = Math.min(WIDTH.most, Math.max(WIDTH.least, (drawn.width - 12) / scale));
  return (
    <input
      data-floating
      className="rename-field nopan nodrag"
      autoFocus
      aria-label={text.label(name)}
      defaultValue={name}
      maxLength={MAX_NAME}
      style={{
        left: drawn.left + 5,
        top: drawn.top + (drawn.how === 'box' ? 4 : 8),
        width,
        transform: `scale(${scale})`,
      }}
      onFocus={(event) => event.currentTarget.select()}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => {
        if (canvasStore.getState().renaming !== key) return;
        canvasStore.setState({ renaming: null });
        rename(resource, event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        const { value } = event.currentTarget;
        done(key);
        if (event.key === 'Enter') rename(resource, value);
      }}
    />
  );
}
