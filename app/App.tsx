/** The frame: bar, left panel, canvas, inspector, timeline and dock. What a drag does not need is loaded on demand. */
import { lazy, Suspense } from 'react';
import { Canvas } from './canvas/Canvas';
import { Announcer } from './frame/Announcer';
import { LeftPanel } from './frame/LeftPanel';
import { useView } from './state/hooks';
import { frame as text } from './strings';
import { later } from './ui/later';
import { LoadGuard } from './ui/LoadGuard';

const TopBar = later(
  () => import('./frame/TopBar'),
  () => <header className="frame-bar border-line border-b" />,
);
const InspectorPanel = later(() => import('./inspector/InspectorPanel'));
const Dock = later(
  () => import('./frame/Dock'),
  () => <footer className="frame-dock" />,
);
const FirstMinute = later(() => import('./first-minute/FirstMinute'));
const DropCurtain = later(() => import('./frame/DropCurtain'));
const Notices = later(() => import('./frame/Notices'));
const Dialogs = lazy(() => import('./frame/Dialogs'));

export function App() {
  const leftOpen = useView((state) => state.leftOpen);
  const inspectorOpen = useView((state) => state.inspectorOpen);
  const dockOpen = useView((state) => state.dockOpen);
  const dialog = useView((state) => state.dialog);
  return (
    <div className="frame" data-left={leftOpen} data-inspector={inspectorOpen} data-dock={dockOpen}>
      <LoadGuard message={text.notLoaded}>
        <TopBar />
      </LoadGuard>
      <LeftPanel />
      <main className="frame-canvas">
        <Canvas />
        <LoadGuard>
          <FirstMinute />
        </LoadGuard>
      </main>
      {inspectorOpen && (
        <aside className="frame-inspector bg-ground" aria-label={text.inspector}>
          <LoadGuard message={text.notLoaded}>
            <InspectorPanel />
          </LoadGuard>
        </aside>
      )}
      <LoadGuard message={text.notLoaded}>
        <Dock />
      </LoadGuard>
      {dialog && (
        <LoadGuard key={dialog}>
          <Suspense fallback={null}>
            <Dialogs />
          </Suspense>
        </LoadGuard>
      )}
      <LoadGuard>
        <DropCurtain />
        <Notices />
      </LoadGuard>
      <Announcer />
    </div>
  );
}
