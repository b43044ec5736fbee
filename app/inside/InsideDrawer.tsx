/** Lies over the inspector, as high as the canvas; the clock and the canvas stay in reach. Escape closes it. */
import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Resource } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { makeClock } from '../playback/clock';
import { useDocument, useView } from '../state/hooks';
import { INSIDE_PANELS, setView, type InsidePanel } from '../state/view-store';
import { insideWords as words } from '../strings/en/inside';
import { Button } from '../ui/Button';
import { later } from '../ui/later';
import { TabBar } from '../ui/TabBar';
import { closeInside, takeFocusWish } from './open-inside';
import { useSteadyMoment } from './use-inside';

const asking = () => <p className="text-soft text-sm">{words.asking}</p>;
const ConsolePanel = later(() => import('./ConsolePanel'), asking);
const StatesPanel = later(() => import('./StatesPanel'), asking);
const MetadataPanel = later(() => import('./MetadataPanel'), asking);
const LoginPanel = later(() => import('./LoginPanel'), asking);
const EventsPanel = later(() => import('./EventsPanel'), asking);

const CONTENT: Record<InsidePanel, (id: string) => ReactNode> = {
  console: (id) => <ConsolePanel id={id} />,
  states: (id) => <StatesPanel id={id} />,
  metadata: (id) => <MetadataPanel id={id} />,
  login: (id) => <LoginPanel id={id} />,
  events: (id) => <EventsPanel id={id} />,
};

export default function InsideDrawer({ resource }: { readonly resource: Resource }) {
  const panel = useView((state) => state.inside);
  const title = useDocument((state) => titleOf(state.document, resource.id));
  const moment = useSteadyMoment();
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    if (panel && takeFocusWish())
      drawer.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }, [panel]);
  if (panel === null) return null;
  return (
    <section
      ref={drawer}
      role="dialog"
      aria-label={words.titleOf(title)}
      onKeyDown={(event) => {
        // Whatever lies above it closes first.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        closeInside();
      }}
      className="border-line bg-ground shadow-float fixed top-(--bar) right-0 bottom-(--dock) z-30 flex w-[min(620px,100vw)] flex-col border-l outline-none"
    >
      <header className="flex flex-none items-center gap-2 px-4 pt-2">
        <h2 className="m-0 min-w-0 flex-1 truncate text-base font-semibold">
          {title}{' '}
          <span className="text-soft text-xs font-normal">
            {moment === 'design' ? words.design : words.at(makeClock(moment))}
          </span>
        </h2>
        <Button
          look="quiet"
          aria-label={words.close}
          title={words.close}
          onClick={closeInside}
          icon={<X size={16} aria-hidden />}
        />
      </header>
      <div className="border-line flex-none border-b px-4">
        <TabBar
          idPrefix="inside"
          label={words.links}
          active={panel}
          tabs={INSIDE_PANELS.map((id) => ({ id, label: words.panels[id] }))}
          onChange={(next) => setView({ inside: next })}
        />
      </div>
      <div
        role="tabpanel"
        id={`inside-panel-${panel}`}
        aria-labelledby={`inside-tab-${panel}`}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto px-4 py-3"
      >
        {CONTENT[panel](resource.id)}
      </div>
    </section>
  );
}
