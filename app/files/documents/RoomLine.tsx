/** How much room is used, by what, and whether the browser promised to keep it. */
import { shelf } from '../../state/storage/documents';
import { isByHand } from '../../state/storage/versions/version';
import { documents as text } from '../../strings';
import { Button } from '../../ui/Button';
import type { Act } from './done';
import type { Shown } from './use-listing';

interface Props {
  readonly shown: Shown;
  readonly act: Act;
}

export function RoomLine({ shown, act }: Props) {
  const { used, given, persisted } = shown.room;
  const promise = persisted === null ? text.noRoomKnown : persisted ? text.persisted : text.notPersisted;
  return (
    <div className="text-soft flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs">
      <p>
        {used !== null && `${text.used(used, given)}. `}
        {promise}
      </p>
      <DeleteVersions shown={shown} act={act} />
    </div>
  );
}

/** Old versions that nobody asked for: what is missed least. */
export function DeleteVersions({ shown, act }: Props) {
  const unasked = shown.versions.filter((version) => !isByHand(version));
  if (unasked.length === 0) return null;
  const bytes = unasked.reduce((sum, version) => sum + version.bytes, 0);
  return (
    <Button
      onClick={() =>
        void act(async () => {
          await (await shelf()).versions.remove(unasked.map(({ id }) => id));
          return { words: text.versionsDeleted(unasked.length) };
        })
      }
    >
      {text.deleteVersions(unasked.length, bytes)}
    </Button>
  );
}
