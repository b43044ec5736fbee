/** The link, what it carries, where it still works, its QR code, and the file for when it does not. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Copy, Download } from 'lucide-react';
import { isMac, showKeys } from '../commands/keys';
import { saveFile } from '../files/save-file';
import { FrameDialog } from '../frame/FrameDialog';
import { isViewOnly } from '../state/document-store';
import { share as text } from '../strings';
import { Button } from '../ui/Button';
import { LoadGuard } from '../ui/LoadGuard';
import { LinkOptions, type LinkChoice } from './LinkOptions';
import { LinkReach } from './LinkReach';
import { copyFrom, isLanAddress, isLocalAddress, makeLink, reachOf, type LinkReply } from './link';
import { shownNow, withParts } from './shown-state';

const QrCode = lazy(() => import('./QrCode'));

export function ShareDialog() {
  // What was shown when the dialog was opened; the dialog itself covers it.
  const [shown] = useState(shownNow);
  const [choice, setChoice] = useState<LinkChoice>({ parts: new Set(), viewOnly: isViewOnly() });
  const [reply, setReply] = useState<LinkReply | null>(null);
  const [outcome, setOutcome] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const state = useMemo(
    () => ({ ...withParts(shown, choice.parts), ...(choice.viewOnly ? { viewOnly: true as const } : {}) }),
    [shown, choice],
  );
  useEffect(() => {
    let gone = false;
    void makeLink(state).then((made) => {
      if (gone) return;
      setReply(made);
      setOutcome('');
    });
    return () => {
      gone = true;
    };
  }, [state]);
  const copy = async () => {
    if (!field.current) return;
    const result = await copyFrom(field.current);
    setOutcome(
      result === 'copied'
        ? text.copied
        : result === 'copied-old-way'
          ? text.copiedOldWay
          : text.notCopied(showKeys('Mod+C', isMac())),
    );
  };
  const link = reply?.ok ? reply.link : '';
  const reach = reachOf(link.length);
  const isOffered = reply?.ok === true && reach !== 'too-long';
  // A file is what to send where chats and mail would cut the link.
  const fileFirst = reply !== null && (!isOffered || reach === 'risky');
  return (
    <FrameDialog title={text.title} wide>
      <p className="text-soft pb-3 text-sm">{text.intro}</p>
      {!reply && <p className="text-soft text-sm">{text.making}</p>}
      {reply && !reply.ok && (
        <p role="alert" className="text-bad text-sm">
          {reply.message}
        </p>
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <div className="min-w-64 flex-1">
          {isOffered && (
            <textarea
              ref={field}
              readOnly
              aria-label={text.link}
              rows={3}
              value={link}
              className="border-line bg-sunken block w-full resize-none rounded-md border p-2 font-mono text-xs break-all"
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
          {reply?.ok && <LinkReach characters={link.length} />}
          <LinkOptions shown={shown} choice={choice} onChange={setChoice} />
        </div>
        {isOffered && (
          <LoadGuard>
            <Suspense fallback={<div className="size-52 flex-none" />}>
              <QrCode link={link} isLocal={isLocalAddress(location.hostname)} />
            </Suspense>
          </LoadGuard>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 pt-4">
        {isOffered && (
          <Button
            look={fileFirst ? 'plain' : 'primary'}
            autoFocus={!fileFirst}
            className="h-8 px-3"
            icon={<Copy aria-hidden size={15} />}
            onClick={() => void copy()}
          >
            {text.copy}
          </Button>
        )}
        <Button
          look={fileFirst ? 'primary' : 'plain'}
          className="h-8 px-3"
          icon={<Download aria-hidden size={15} />}
          onClick={() => void saveFile()}
        >
          {text.saveFile}
        </Button>
        <p role="status" className="text-good min-h-5 text-sm">
          {outcome}
        </p>
      </div>
      <Address hostname={location.hostname} />
      <p className="text-soft pt-3 text-xs">{text.privateNote}</p>
    </FrameDialog>
  );
}

/** Who can't reach the address of this page can't open its links either. */
function Address({ hostname }: { readonly hostname: string }) {
  const isLocal = isLocalAddress(hostname);
  if (!isLocal && !isLanAddress(hostname)) return null;
  return (
    <div className="bg-warn-soft mt-3 rounded-md px-3 py-2 text-sm">
      <h3 className="text-warn font-semibold">{isLocal ? text.localTitle : text.lanTitle}</h3>
      <p>{isLocal ? text.localHelp : text.lanHelp}</p>
    </div>
  );
}
