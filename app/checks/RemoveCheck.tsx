/** Takes a check out of the document: one gesture, one undo step. */
import { Trash2 } from 'lucide-react';
import { dropCheck } from '../asking/new-check';
import { commit, documentStore } from '../state/document-store';
import { announce } from '../state/view-store';
import { checkWords as words, keepWords } from '../strings/en/checks';
import { Button } from '../ui/Button';

export default function RemoveCheck({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <Button
      look="quiet"
      aria-label={words.remove(title)}
      title={words.remove(title)}
      onClick={() => remove(id)}
      icon={<Trash2 size={13} aria-hidden />}
    />
  );
}

function remove(id: string): void {
  const { checks } = documentStore.getState().document;
  const check = checks.find((one) => one.id === id);
  if (!check) return;
  const done = commit(dropCheck(checks, check));
  announce(done.ok ? keepWords.dropped(check.title ?? id) : done.error.message, done.ok ? 'info' : 'bad');
}
