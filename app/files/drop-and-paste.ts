/** Files dropped anywhere on the window, and text or links pasted anywhere outside a field, open as a new document. */
import { isTyping } from '../commands/keyboard';
import { setView } from '../state/view-store';
import { announce } from '../state/view-store';
import { files as text } from '../strings';
import { openFound, openInputs } from './open-inputs';
import { filesOfDrop, MAX_BYTES } from './read-files';

/** @returns what stops listening. */
export function startDropAndPaste(): () => void {
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  let depth = 0;
  const show = (filesOver: boolean) => setView({ filesOver });
  const enter = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    show(true);
  };
  const leave = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) show(false);
  };
  const over = (event: DragEvent) => {
    // Without this the browser would leave the page and show the file.
    if (carriesFiles(event)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    depth = 0;
    show(false);
    announce(text.reading);
    void filesOfDrop(event.dataTransfer).then(openFound);
  };
  const paste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && isTyping(event.target))) return;
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? '';
    const list = event.clipboardData?.files;
    if (list && list.length > 0) {
      event.preventDefault();
      void openFound(Array.from(list, (file) => ({ name: file.name, file })));
    } else if (pasted !== '') {
      event.preventDefault();
      if (pasted.length > MAX_BYTES) announce(text.tooLarge(pasted.length, MAX_BYTES), 'bad');
      else void openInputs([{ name: text.pastedText, text: pasted }], { from: 'files', quiet: true });
    }
  };
  window.addEventListener('dragenter', enter);
  window.addEventListener('dragleave', leave);
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  window.addEventListener('paste', paste);
  return () => {
    window.removeEventListener('dragenter', enter);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
    window.removeEventListener('paste', paste);
  };
}
