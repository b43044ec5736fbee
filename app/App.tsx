/** The frame: bar, left panel, canvas, inspector, timeline and dock. What a drag does not need is loaded on demand. */
import { lazy, Suspense } from 'react';
import { Canvas } from './canvas/Canvas';
import { Announcer } from './frame/Announcer';
import { LeftPanel } from './frame/LeftPanel';
import { TopBar } from './frame/TopBar';
import { useView } from './state/hooks';

const InspectorPanel = lazy(() => import('./inspector/InspectorPanel'));
const Dock = lazy(() => import('./frame/Dock'));
const Dialogs = lazy(() => import('./frame/Dialogs'));

export function App() {
  const leftOpen = useView((state) => state.leftOpen);
  const inspectorOpen = useView((state) => state.inspectorOpen);
  const dockOpen = useView((state) => state.dockOpen);
  const dialog = useView((state) => state.dialog);
  return (
    <div className="frame" data-left={leftOpen} data-inspector={inspectorOpen} data-dock={dockOpen}>
      <TopBar />
      <LeftPanel />
      <main className="frame-canvas">
        <Canvas />
      </main>
      <Suspense fallback={<aside className="frame-inspector" />}>
        <InspectorPanel />
      </Suspense>
      <Suspense fallback={<footer className="frame-dock" />}>
        <Dock />
      </Suspense>
      {dialog && (
        <Suspense fallback={null}>
          <Dialogs />
        </Suspense>
      )}
      <Announcer />
    </div>
  );
}
