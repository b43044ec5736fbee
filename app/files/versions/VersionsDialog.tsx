/** The versions of the open document: what differs since, and the way back. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { closeDialog, FrameDialog } from '../../frame/FrameDialog';
import { explainStorageError, keepVersion, shelf } from '../../state/storage/documents';
import { saveStore } from '../../state/storage/save-store';
import type { StoredVersion } from '../../state/storage/versions/version';
import { versions as text } from '../../strings/en/versions';
import { Button } from '../../ui/Button';
import { goBackTo, openAsCopy, type Trouble } from './actions';
import { useVersions } from './use-versions';
import { VersionRow } from './VersionRow';
import './versions.css';

interface Said {
  readonly words: string;
  readonly isBad?: boolean;
  readonly undo?: () => Promise<void>;
}

export default function VersionsDialog() {
  const { versions, details, refused, reload } = useVersions();
  const saving = useStore(saveStore);
  const [name, setName] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  /** Says what an action did, or why it did not, and reads the list again. */
  const act = async (action: () => Promise<Said | null>) => {
    try {
      setSaid(await action());
    } catch (error) {
      setSaid({ words: text.failed(explainStorageError(error).reason), isBad: true });
    }
    await reload();
  };
  const leaveWith = (action: () => Promise<Trouble>) =>
    act(async () => {
      const trouble = await action();
      if (trouble !== null) return { words: trouble, isBad: true };
      closeDialog();
      return null;
    });
  const keep = () =>
    act(async () => {
      await keepVersion('kept', name.trim());
      setName('');
      return { words: text.keptNow(name.trim()) };
    });
  const rename = (version: StoredVersion, to: string) =>
    act(async () => {
      await (await shelf()).versions.rename(version.id, to);
      return null;
    });
  const remove = (version: StoredVersion) =>
    act(async () => {
      const shelved = (await shelf()).versions;
      const data = await shelved.read(version.id);
      await shelved.remove([version.id]);
      return {
        words: text.deleted,
        ...(data ? { undo: () => shelved.add(version, data) } : {}),
      };
    });
  const now = Date.now();
  return (
    <FrameDialog title={text.title} whole="versions-dialog">
      <form
        className="versions-keep"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <input
          aria-label={text.name}
          placeholder={text.namePlaceholder}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit">{text.keepNow}</Button>
      </form>
      <div className="versions-body">
        {refused && <p className="text-bad text-sm">{text.failed(refused.reason)}</p>}
        {versions?.length === 0 && !refused && (
          <p className="py-3 text-sm">
            {saving.status === 'failed' ? text.noneKept(saving.reason) : text.none}
          </p>
        )}
        <ol aria-label={text.list}>
          {versions?.map((version) => (
            <VersionRow
              key={version.id}
              version={version}
              details={details.get(version.id) ?? null}
              now={now}
              onGoBack={() => void leaveWith(() => goBackTo(version))}
              onOpenCopy={() => void leaveWith(() => openAsCopy(version))}
              onRename={(to) => void rename(version, to)}
              onDelete={() => void remove(version)}
            />
          ))}
        </ol>
      </div>
      <footer className="versions-foot">
        <p className="text-soft text-xs">{text.intro}</p>
        <p
          role="status"
          className={`flex min-h-7 items-center gap-2 text-sm ${said?.isBad ? 'text-bad' : ''}`}
        >
          {said?.words}
          {said?.undo && (
            <Button onClick={() => void act(async () => (await said.undo?.(), null))}>{text.undo}</Button>
          )}
        </p>
      </footer>
    </FrameDialog>
  );
}
