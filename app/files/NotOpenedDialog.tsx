/** What was wrong with a file or a link, what to do about it, and that nothing else was touched. */
import { useStore } from 'zustand';
import type { Failure } from '../../engine';
import { closeDialog, FrameDialog } from '../frame/FrameDialog';
import { setView } from '../state/view-store';
import { files as text } from '../strings';
import { Button } from '../ui/Button';
import { openedStore } from './opened-store';

function titleOf(failure: Failure): string {
  switch (failure.reason) {
    case 'cut-link':
      return text.linkCut;
    case 'damaged-link':
      return text.linkDamaged;
    case 'newer-version':
      return text.newer;
    case 'not-json':
    case 'not-a-scenario':
    case 'not-aws-output':
    case 'invalid':
    case 'too-large':
    case 'too-deep':
    case 'unknown-reference':
    case 'not-allowed':
    case 'not-found':
    case 'conflict':
      return text.notOpened;
  }
}

function helpOf(failure: Failure, isLink: boolean): string {
  if (failure.reason === 'newer-version') return text.newerHelp;
  return isLink ? text.linkHelp : text.fileHelp;
}

export function NotOpenedDialog() {
  const failed = useStore(openedStore, (state) => state.failure);
  if (!failed) return null;
  const { failure, from, title } = failed;
  const isLink = from === 'link' || failure.reason === 'cut-link' || failure.reason === 'damaged-link';
  return (
    <FrameDialog title={titleOf(failure)}>
      {title !== undefined && <p className="pb-1 text-sm font-medium break-words">{title}</p>}
      <p lang="en" className="text-sm break-words">
        {failure.message}
      </p>
      {failure.where !== undefined && !failure.message.includes(failure.where.split(',')[0] ?? '') && (
        <p className="pt-1 text-sm break-all">
          <span className="text-soft">{text.where}: </span>
          {failure.where}
        </p>
      )}
      <h3 className="pt-4 pb-1 text-sm font-semibold">{text.whatToDo}</h3>
      <p className="text-sm">{helpOf(failure, isLink)}</p>
      <p className="text-good pt-3 text-sm">{from === 'browser' ? text.staysStored : text.untouched}</p>
      <div className="flex justify-end gap-2 pt-4">
        <Button onClick={() => setView({ dialog: 'open' })}>{text.openTitle}…</Button>
        <Button look="primary" autoFocus className="px-3" onClick={closeDialog}>
          {text.close}
        </Button>
      </div>
    </FrameDialog>
  );
}
