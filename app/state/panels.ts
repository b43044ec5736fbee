/** Which side panels are open. In a narrow window at most one is, so that the canvas keeps its room. */
import { setView, viewStore, type LeftTab } from './view-store';

const NARROW = '(max-width: 1199px)';

export const isNarrow = (): boolean => matchMedia(NARROW).matches;

export function openLeft(tab: LeftTab = viewStore.getState().leftTab): void {
  setView(
    isNarrow() ? { leftTab: tab, leftOpen: true, inspectorOpen: false } : { leftTab: tab, leftOpen: true },
  );
}

export const closeLeft = (): void => setView({ leftOpen: false });

export function openInspector(): void {
  setView(isNarrow() ? { inspectorOpen: true, leftOpen: false } : { inspectorOpen: true });
}

export const closeInspector = (): void => setView({ inspectorOpen: false });

/** Closes one of two open panels when the window is or becomes narrow. */
export function startPanels(): () => void {
  const query = matchMedia(NARROW);
  const fit = () => {
    const { leftOpen, inspectorOpen } = viewStore.getState();
    if (query.matches && leftOpen && inspectorOpen) setView({ inspectorOpen: false });
    if (!query.matches) setView({ leftOpen: true, inspectorOpen: true });
  };
  fit();
  query.addEventListener('change', fit);
  return () => query.removeEventListener('change', fit);
}
