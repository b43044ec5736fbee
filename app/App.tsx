/** The frame: bar, left panel, canvas, inspector, timeline and dock. What a drag does not need is loaded on demand. */
import { lazy, Suspense } from 'react';
import { Canvas } from './canvas/Canvas';
import { Announcer } from './frame/Announcer';
import { LeftPanel } from './frame/LeftPanel';
import { useView } from './state/hooks';
import { frame as text } from './strings';
import { LoadGuard } from './ui/LoadGuard';

const TopBar = lazy(() => import('./frame/TopBar'));
const InspectorPanel = lazy(() => import('./inspector/InspectorPanel'));
const Dock = lazy(() => import('./frame/Dock'));
const FirstMinute = lazy(() => import('./first-minute/FirstMinute'));
const DropCurtain = lazy(() => import('./frame/DropCurtain'));
const Notices = lazy(() => import('./frame/Notices'));
const Dialogs = lazy(() => import('./frame/Dialogs'));

export function App() {
  const leftOpen = useView((state) => state.leftOpen);
  const inspectorOpen = useView((state) => state.inspectorOpen);
  const dockOpen = useView((state) => state.dockOpen);
  const dialog = useView((state) => state.dialog);
  return (
    <div className="frame" data-left={leftOpen} data-inspector={inspectorOpen} data-dock={dockOpen}>
      <LoadGuard message={text.notLoaded}>
        <Suspense fallback={<header className="frame-bar border-line border-b" />}>
          <TopBar />
        </Suspense>
      </LoadGuard>
      <LeftPanel />
      <main className="frame-canvas">
        <Canvas />
        <LoadGuard>
          <Suspense fallback={null}>
            <FirstMinute />
          </Suspense>
        </LoadGuard>
      </main>
      {inspectorOpen && (
        <aside className="frame-inspector bg-ground" aria-label={text.inspector}>
          <LoadGuard message={text.notLoaded}>
            <Suspense fallback={null}>
              <InspectorPanel />
            </Suspense>
          </LoadGuard>
        </aside>
      )}
      <LoadGuard message={text.notLoaded}>
        <Suspense fallback={<footer className="frame-dock" />}>
          <Dock />
        </Suspense>
      </LoadGuard>
      {dialog && (
        <LoadGuard key={dialog}>
          <Suspense fallback={null}>
            <Dialogs />
          </Suspense>
        </LoadGuard>
      )}
      <LoadGuard>
        <Suspense fallback={null}>
          <DropCurtain />
          <Notices />
        </Suspense>
      </LoadGuard>
      <Announcer />
    </div>
  );
}
