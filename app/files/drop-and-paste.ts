/** Files dropped anywhere on the window, and text or links pasted anywhere outside a field, open as a new document. */
import { isTyping } from '../commands/typing';
import { setView } from '../state/view-store';
import type { Dropped } from './dropped';

// Reading and opening is loaded when something was dropped or pasted.
const opening = () => import('./take-in');

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
    const { items, files } = event.dataTransfer;
    const entries = Array.from(items, (item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
    const dropped: Dropped = {
      entries: entries.filter((entry) => entry !== null),
      files: Array.from(files),
    };
    void opening().then(({ takeDropped }) => takeDropped(dropped));
  };
  const paste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && isTyping(event.target))) return;
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? '';
    const list = Array.from(event.clipboardData?.files ?? []);
    if (list.length === 0 && pasted === '') return;
    event.preventDefault();
    void opening().then(({ takeDropped, takePasted }) =>
      list.length > 0 ? takeDropped({ entries: [], files: list }) : takePasted(pasted),
    );
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
