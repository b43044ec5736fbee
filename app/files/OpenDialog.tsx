/** Ways in: drop, choose, paste. */
import { useRef, useState } from 'react';
import { FileInput, FolderOpen } from 'lucide-react';
import { FrameDialog } from '../frame/FrameDialog';
import { files as text } from '../strings';
import { Button } from '../ui/Button';
import { openFound, openInputs } from './open-inputs';
import { filesOfList } from './read-files';

export function OpenDialog() {
  const [reading, setReading] = useState(false);
  const [pasted, setPasted] = useState('');
  const chosenFiles = useRef<HTMLInputElement>(null);
  const chosenFolder = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null) => {
    if (!list || list.length === 0) return;
    setReading(true);
    void openFound(filesOfList(list));
  };
  return (
    <FrameDialog title={text.openTitle}>
      <p className="text-soft pb-3 text-sm">{text.intro}</p>
      <div className="border-line-strong bg-sunken flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-6">
        <p className="text-sm">{reading ? text.reading : text.dropHere}</p>
        <div className="flex gap-2">
          <Button icon={<FileInput aria-hidden size={15} />} onClick={() => chosenFiles.current?.click()}>
            {text.chooseFiles}
          </Button>
          <Button icon={<FolderOpen aria-hidden size={15} />} onClick={() => chosenFolder.current?.click()}>
            {text.chooseFolder}
          </Button>
        </div>
        <input
          ref={chosenFiles}
          type="file"
          multiple
          hidden
          data-open="files"
          onChange={(event) => take(event.currentTarget.files)}
        />
        <input
          ref={(element) => {
            // React has no name for it; every browser that opens folders does.
            element?.setAttribute('webkitdirectory', '');
            chosenFolder.current = element;
          }}
          type="file"
          hidden
          data-open="folder"
          onChange={(event) => take(event.currentTarget.files)}
        />
      </div>
      <label className="block pt-4 text-sm font-medium">
        {text.pasteLabel}
        <textarea
          rows={4}
          value={pasted}
          spellCheck={false}
          onChange={(event) => setPasted(event.currentTarget.value)}
          className="border-line bg-ground mt-1 block w-full resize-y rounded-md border p-2 font-mono text-xs"
        />
      </label>
      <Button
        className="mt-2"
        look="primary"
        disabled={pasted.trim() === ''}
        onClick={() => void openInputs([{ name: text.pastedText, text: pasted.trim() }], { from: 'files' })}
      >
        {text.openPasted}
      </Button>
    </FrameDialog>
  );
}
