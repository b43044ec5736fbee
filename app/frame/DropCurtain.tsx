/** Shown while files are dragged over the window. */
import { useView } from '../state/hooks';
import { frame as text } from '../strings';

export default function DropCurtain() {
  const shown = useView((state) => state.filesOver);
  if (!shown) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-50 flex items-center justify-center rounded-xl border-2 border-dashed border-(--accent) bg-(--accent-soft)/85">
      <p className="bg-raised shadow-float rounded-lg px-4 py-2 text-sm font-semibold">{text.dropAnywhere}</p>
    </div>
  );
}
