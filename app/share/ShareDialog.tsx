/** The link, how far it travels, and the file for when it does not. */
import { useEffect, useRef, useState } from 'react';
import { CircleCheck, Copy, Download, TriangleAlert } from 'lucide-react';
import { isMac, showKeys } from '../commands/keys';
import { saveFile } from '../files/save-file';
import { FrameDialog } from '../frame/FrameDialog';
import { share as text } from '../strings';
import { Button } from '../ui/Button';
import { copyFrom, isLocalAddress, makeLink, reachOf, type LinkReply } from './link';

export function ShareDialog() {
  const [reply, setReply] = useState<LinkReply | null>(null);
  const [outcome, setOutcome] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    let gone = false;
    void makeLink().then((made) => !gone && setReply(made));
    return () => {
      gone = true;
    };
  }, []);
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
  const good = reach === 'everywhere' || reach === 'most-chats';
  return (
    <FrameDialog title={text.title}>
      <p className="text-soft pb-3 text-sm">{text.intro}</p>
      {!reply && <p className="text-soft text-sm">{text.making}</p>}
      {reply && !reply.ok && <p className="text-bad text-sm">{reply.message}</p>}
      {reply?.ok && reach !== 'too-long' && (
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
      {reply?.ok && (
        <p className="flex items-start gap-1.5 pt-2 text-xs">
          {good ? (
            <CircleCheck aria-hidden size={14} className="text-good mt-px flex-none" />
          ) : (
            <TriangleAlert aria-hidden size={14} className="text-warn mt-px flex-none" />
          )}
          <span>
            {text.characters(link.length)}. {text.reach[reach]}
          </span>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2 pt-3">
        {reply?.ok && reach !== 'too-long' && (
          <Button
            look="primary"
            autoFocus
            className="h-8 px-3"
            icon={<Copy aria-hidden size={15} />}
            onClick={() => void copy()}
          >
            {text.copy}
          </Button>
        )}
        <Button
          className="h-8 px-3"
          icon={<Download aria-hidden size={15} />}
          onClick={() => void saveFile()}
        >
          {text.saveFile}
        </Button>
      </div>
      <p role="status" className="text-good min-h-5 pt-2 text-sm">
        {outcome}
      </p>
      {isLocalAddress(location.hostname) && (
        <div className="bg-warn-soft rounded-md px-3 py-2 text-sm">
          <h3 className="text-warn font-semibold">{text.localTitle}</h3>
          <p>{text.localHelp}</p>
        </div>
      )}
      <p className="text-soft pt-3 text-xs">{text.privateNote}</p>
    </FrameDialog>
  );
}
