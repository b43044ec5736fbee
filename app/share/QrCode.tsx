/** The link for phones: a small code, and one press for a large one that a class reads. Black on white in every theme. */
import { useMemo, useState } from 'react';
import { Maximize } from 'lucide-react';
import { documentStore } from '../state/document-store';
import { share as text } from '../strings';
import { Button } from '../ui/Button';
import { ModalDialog } from '../ui/ModalDialog';
import { makeQr, MAX_QR_BYTES, type QrCode as Code } from './qr';
import './share.css';

export default function QrCode({ link, isLocal }: { readonly link: string; readonly isLocal: boolean }) {
  const code = useMemo(() => makeQr(link), [link]);
  const [large, setLarge] = useState(false);
  if (!code)
    return (
      <p className="text-soft border-line w-52 flex-none self-start rounded-md border border-dashed p-3 text-xs">
        {text.qr.tooLong(link.length, MAX_QR_BYTES)}
      </p>
    );
  return (
    <div className="w-52 flex-none">
      <button
        type="button"
        title={text.qr.enlarge}
        className="border-line block w-full cursor-zoom-in overflow-hidden rounded-md border"
        onClick={() => setLarge(true)}
      >
        <Picture code={code} label={text.qr.code} />
      </button>
      <Button
        className="mt-2 w-full"
        icon={<Maximize aria-hidden size={14} />}
        onClick={() => setLarge(true)}
      >
        {text.qr.enlarge}
      </Button>
      {isLocal && <p className="text-warn pt-1 text-xs">{text.qr.local}</p>}
      {large && (
        <ModalDialog
          title={text.qr.code}
          closeLabel={text.qr.close}
          bare
          whole="qr-large"
          onClose={() => setLarge(false)}
        >
          <Picture code={code} label={text.qr.code} />
          <p className="qr-words">
            <strong>{documentStore.getState().document.title}</strong>{' '}
            {isLocal ? text.qr.local : text.qr.scan}
          </p>
          <Button className="qr-close" autoFocus onClick={() => setLarge(false)}>
            {text.qr.close}
          </Button>
        </ModalDialog>
      )}
    </div>
  );
}

function Picture({ code, label }: { readonly code: Code; readonly label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      className="qr-picture"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
