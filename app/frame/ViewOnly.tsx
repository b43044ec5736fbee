/** In place of undo and redo while the document may only be looked at: that it is so, and the way out. */
import { Eye } from 'lucide-react';
import { makeCopy } from '../commands/make-copy';
import { viewOnlyBar as text } from '../strings/en/view-only';
import { Button } from '../ui/Button';

export default function ViewOnly() {
  return (
    <div role="group" aria-label={text.title} className="flex items-center gap-2 pr-1">
      <span
        title={text.hint}
        className="text-soft flex items-center gap-1.5 text-sm font-medium whitespace-nowrap"
      >
        <Eye aria-hidden size={15} />
        {text.title}
      </span>
      <Button className="h-8 px-3" onClick={makeCopy.run}>
        {text.copy}
      </Button>
    </div>
  );
}
