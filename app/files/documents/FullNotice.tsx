/** The storage is full: what is safe, what is not, and how to make room, the least missed first. */
import { useStore } from 'zustand';
import { saveFile } from '../../commands/save-file';
import { shelf } from '../../state/storage/documents';
import { saveStore } from '../../state/storage/save-store';
import { documents as text } from '../../strings';
import { Button } from '../../ui/Button';
import type { Act } from './done';
import { EmptyBin } from './BinPanel';
import { DeleteVersions } from './RoomLine';
import type { Shown } from './use-listing';

export function FullNotice({ shown, act }: { readonly shown: Shown; readonly act: Act }) {
  const state = useStore(saveStore);
  if (state.status !== 'failed' || state.trouble !== 'full') return null;
  return (
    <section className="border-bad bg-bad-soft mb-3 rounded-lg border p-3" aria-label={text.fullTitle}>
      <h3 className="text-bad text-sm font-semibold">{text.fullTitle}</h3>
      <p className="py-1 text-sm">{text.fullIntro(state.waiting)}</p>
      <div className="flex flex-wrap gap-2 py-1">
        <Button look="primary" onClick={saveFile.run}>
          {text.downloadOpen}
        </Button>
        <DeleteVersions shown={shown} act={act} />
        <EmptyBin
          entries={shown.binned.filter(({ isNewer }) => !isNewer)}
          purge={(gone) =>
            act(async () => {
              await (await shelf()).purge(gone.map(({ card }) => card.id));
              return { words: text.binEmptied(gone.length) };
            })
          }
        />
      </div>
      <p className="text-sm">{text.fullStillNeeded}</p>
    </section>
  );
}
