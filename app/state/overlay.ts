/** What is laid over the network on the canvas. Its list in the dock comes and goes with it. */
import { setView, viewStore } from './view-store';

export const showExposure = (): void => setView({ overlay: 'exposure', dockTab: 'exposure', dockOpen: true });

export function hideExposure(): void {
  const { dockTab } = viewStore.getState();
  setView({ overlay: 'network', dockTab: dockTab === 'exposure' ? 'paths' : dockTab });
}
