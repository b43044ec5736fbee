/** What of the canvas, in which format, and where to. */
import { Copy, Download, Printer } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { downloadBlob, fileNameOf } from '../files/download';
import { FrameDialog } from '../frame/FrameDialog';
import { documentStore } from '../state/document-store';
import { useView } from '../state/hooks';
import { pictures as text } from '../strings/en/pictures';
import { Button } from '../ui/Button';
import { copyPicture, type CopyPictureOutcome } from './copy-picture';
import { drawnSelection, linkToEmbed, takePicture } from './current';
import { printSheet } from './print-sheet';
import { makePng, possibleScale, SCALES, type Scale } from './raster';

type Format = keyof typeof text.formats;

const OUTCOMES: Readonly<Record<CopyPictureOutcome, 'copied' | 'notHere' | 'copyRefused'>> = {
  copied: 'copied',
  'not-here': 'notHere',
  refused: 'copyRefused',
};

export default function PictureDialog() {
  const selected = useView((state) => state.selection).length > 0 ? drawnSelection().length : 0;
  const [ofSelection, setOfSelection] = useState(false);
  const [format, setFormat] = useState<Format>('png');
  const [scale, setScale] = useState<Scale>(2);
  const [ground, setGround] = useState(true);
  const [embed, setEmbed] = useState(true);
  /** Undefined while it is being made. */
  const [link, setLink] = useState<string | null>();
  const [outcome, setOutcome] = useState({ text: '', bad: false });
  const [linkMade] = useState(linkToEmbed);
  useEffect(() => {
    let gone = false;
    void linkMade.then((made) => !gone && setLink(made));
    return () => {
      gone = true;
    };
  }, [linkMade]);
  const wanted = { selection: ofSelection && selected > 0, ground };
  const bare = useMemo(
    () => takePicture({ selection: wanted.selection, ground: wanted.ground, link: null }),
    [wanted.selection, wanted.ground],
  );
  const preview = useAddress(bare?.svg);
  if (!bare)
    return (
      <FrameDialog title={text.title}>
        <p className="text-soft text-sm">{text.nothing}</p>
      </FrameDialog>
    );
  const inside = async (): Promise<string | null> => (embed ? await linkMade : null);
  const png = async (): Promise<Blob> => makePng(bare, scale, await inside());
  const save = async () => {
    const name = `${fileNameOf(documentStore.getState().document.title)}.${format}`;
    try {
      const blob =
        format === 'png'
          ? await png()
          : new Blob([takePicture({ ...wanted, link: await inside() })?.svg ?? ''], {
              type: 'image/svg+xml',
            });
      downloadBlob(name, blob);
      setOutcome({ text: text.saved(name), bad: false });
    } catch {
      setOutcome({ text: text.failed, bad: true });
    }
  };
  const copy = async () => {
    const result = await copyPicture(png());
    setOutcome({ text: text[OUTCOMES[result]], bad: result !== 'copied' });
  };
  const real = possibleScale(bare, scale);
  return (
    <FrameDialog title={text.title} wide>
      <div className="grid gap-4 sm:grid-cols-[1fr_16rem]">
        <div className="border-line bg-sunken flex min-h-64 items-center justify-center overflow-hidden rounded-md border">
          {preview && <img src={preview} alt={text.preview} className="max-h-80 max-w-full" />}
        </div>
        <div className="space-y-3 text-sm">
          <Choice legend={text.what}>
            <Radio name="what" checked={!wanted.selection} onChoose={() => setOfSelection(false)}>
              {text.everything}
            </Radio>
            {selected > 0 ? (
              <Radio name="what" checked={wanted.selection} onChoose={() => setOfSelection(true)}>
                {text.selection(selected)}
              </Radio>
            ) : (
              <p className="text-soft text-xs">{text.nothingSelected}</p>
            )}
          </Choice>
          <Choice legend={text.format}>
            {(['png', 'svg'] as const).map((one) => (
              <Radio key={one} name="format" checked={format === one} onChoose={() => setFormat(one)}>
                {text.formats[one]}
              </Radio>
            ))}
          </Choice>
          {format === 'png' && (
            <Choice legend={text.scale}>
              <div className="flex gap-4">
                {SCALES.map((one) => (
                  <Radio key={one} name="scale" checked={scale === one} onChoose={() => setScale(one)}>
                    {text.scales(one)}
                  </Radio>
                ))}
              </div>
              <p className="text-soft text-xs">
                {text.size(Math.round(bare.width * real), Math.round(bare.height * real))}
                {real < scale && `. ${text.smaller}`}
              </p>
            </Choice>
          )}
          <Tick checked={ground} onChange={setGround}>
            {text.ground}
          </Tick>
          <Tick checked={embed && link !== null} onChange={setEmbed} disabled={link === null}>
            {text.embed}
          </Tick>
          <p className="text-soft text-xs">{link === null ? text.embedNot : text.embedHelp}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 pt-4">
        <Button
          look="primary"
          autoFocus
          className="h-8 px-3"
          icon={<Download aria-hidden size={15} />}
          onClick={() => void save()}
        >
          {text.save}
        </Button>
        <Button className="h-8 px-3" icon={<Copy aria-hidden size={15} />} onClick={() => void copy()}>
          {text.copy}
        </Button>
        <Button className="h-8 px-3" icon={<Printer aria-hidden size={15} />} onClick={printSheet}>
          {text.print}
        </Button>
        <p role="status" className={`min-h-5 text-sm ${outcome.bad ? 'text-bad' : 'text-good'}`}>
          {outcome.text}
        </p>
      </div>
    </FrameDialog>
  );
}

/** An address for as long as it is shown. */
function useAddress(svg: string | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (svg === undefined) return;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}

function Choice({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="space-y-1">
      <legend className="pb-1 font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}

function Radio(props: {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input type="radio" name={props.name} checked={props.checked} onChange={props.onChoose} />
      {props.children}
    </label>
  );
}

function Tick(props: {
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.children}
    </label>
  );
}
