/** One version: picture, time, why it was kept, what differs since. */
import { useRef, useState } from 'react';
import { Copy, Ellipsis, Pencil, Tag, Trash2 } from 'lucide-react';
import type { StoredVersion } from '../../state/storage/versions/version';
import { versions as text } from '../../strings/en/versions';
import { Button } from '../../ui/Button';
import { MenuButton } from '../../ui/MenuButton';
import { PictureView } from '../picture/PictureView';
import type { VersionDetails } from './use-versions';
import { sinceOf, whenOf } from './words';

export interface VersionRowProps {
  readonly version: StoredVersion;
  readonly details: VersionDetails | null;
  readonly now: number;
  readonly onGoBack: () => void;
  readonly onOpenCopy: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

export function VersionRow({ version, details, now, ...on }: VersionRowProps) {
  const [naming, setNaming] = useState(false);
  const when = whenOf(version.at, now);
  const isNow = details !== null && sinceOf(details.since) === text.sameAsNow;
  return (
    <li className="versions-row">
      <PictureView picture={details?.picture ?? null} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2 text-sm font-medium">
          <span className="versions-when">{when}</span>
          {version.name !== undefined && !naming && (
            <span className="bg-accent-soft text-text flex min-w-0 items-center gap-1 rounded px-1.5 text-xs">
              <Tag aria-hidden size={11} className="flex-none" />
              <span className="truncate">{version.name}</span>
            </span>
          )}
        </span>
        {naming && (
          <NameField
            name={version.name ?? ''}
            onDone={(name) => {
              setNaming(false);
              if (name !== null) on.onRename(name);
            }}
          />
        )}
        <span className="text-soft block text-xs">
          {text.reasons[version.reason]} · {text.things(version.count)}
        </span>
        {details && <span className="text-soft block text-xs">{sinceOf(details.since)}</span>}
      </span>
      <Button disabled={isNow} aria-label={text.goBackTo(when)} onClick={on.onGoBack}>
        {text.goBack}
      </Button>
      <MenuButton
        label={text.more(when)}
        look="quiet"
        icon={<Ellipsis aria-hidden size={16} />}
        entries={() => [
          { label: text.openCopy, icon: <Copy aria-hidden size={14} />, run: on.onOpenCopy },
          { label: text.rename, icon: <Pencil aria-hidden size={14} />, run: () => setNaming(true) },
          ...(version.name === undefined ? [] : [{ label: text.unname, run: () => on.onRename('') }]),
          'separator' as const,
          { label: text.delete, icon: <Trash2 aria-hidden size={14} />, run: on.onDelete },
        ]}
      />
    </li>
  );
}

function NameField(props: { readonly name: string; readonly onDone: (name: string | null) => void }) {
  const isCancelled = useRef(false);
  return (
    <input
      autoFocus
      aria-label={text.name}
      defaultValue={props.name}
      maxLength={80}
      className="border-accent bg-ground block h-7 w-full max-w-64 rounded-md border px-1.5 text-sm"
      onBlur={(event) => props.onDone(isCancelled.current ? null : event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // Escape leaves the field, not the dialog.
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        isCancelled.current = event.key === 'Escape';
        event.currentTarget.blur();
      }}
    />
  );
}
