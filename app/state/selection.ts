/** Lets go of what is no longer there: after a deletion, an undo, another document. */
import { documentStore } from './document-store';
import { setView, viewStore } from './view-store';

export function startSelection(): void {
  documentStore.subscribe((state, before) => {
    if (state.document.resources === before.document.resources) return;
    const { selection } = viewStore.getState();
    const left = selection.filter((id) => Object.hasOwn(state.document.resources, id));
    if (left.length !== selection.length) setView({ selection: left });
  });
}
