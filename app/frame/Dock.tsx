/** Timeline above, one tab below. Each tab's code is loaded when it is opened. */
import { ChevronDown, ChevronsUpDown, ChevronUp } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useChecks } from '../checks/use-checks';
import { followDocumentAndTime } from '../asking/ask-path';
import { countUntil } from '../playback/event-index';
import { useDocument, useRun, useView } from '../state/hooks';
import { DOCK_TABS, setView, type DockTab } from '../state/view-store';
import { problems as problemWords } from '../strings/en/problems';
import { everythingWords } from '../strings/en/everything';
import { pathWords } from '../strings/en/paths';
import { scriptTabWords } from '../strings/en/script';
import { dataWords, dockWords as words, eventsWords } from '../strings/en/timeline';
import { Timeline } from '../timeline/Timeline';
import { useProblems } from '../problems/use-problems';
import { Button } from '../ui/Button';
import { later } from '../ui/later';

const EventsTab = later(() => import('../events/EventsTab'));
const ScriptTab = later(() => import('../script/ScriptTab'));
const PathsTab = later(() => import('../paths/PathsTab'));
const ExposureTab = later(() => import('../exposure/ExposureTab'));
const DataTab = later(() => import('../data/DataTab'));
const ChecksList = later(() => import('../checks/ChecksList'));
const ProblemsTab = later(() => import('../problems/ProblemsTab'));

const CONTENT: Record<DockTab, ReactNode> = {
  events: <EventsTab />,
  script: <ScriptTab />,
  paths: <PathsTab />,
  exposure: <ExposureTab />,
  data: <DataTab />,
  problems: (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1">
        <ProblemsTab />
      </div>
      <ChecksList editable className="border-line w-80 flex-none overflow-auto border-l px-3 py-2" />
    </div>
  ),
};

/** Room for a whole ladder, and still some for the drawing. */
const TALL = 'min(62vh, 40rem)';

export default function Dock() {
  useEffect(() => followDocumentAndTime(), []);
  const open = useView((state) => state.dockOpen);
  const tab = useView((state) => state.dockTab);
  const overlay = useView((state) => state.overlay);
  const tabs = DOCK_TABS.filter((name) => name !== 'exposure' || overlay === 'exposure');
  const [tall, setTall] = useState(false);
  const dock = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // The frame's grid gives the room; a closed dock takes what the frame says.
    const frame = dock.current?.parentElement;
    if (tall && open) frame?.style.setProperty('--dock', TALL);
    else frame?.style.removeProperty('--dock');
  }, [tall, open]);
  const events = useRun((state) =>
    state.outline && state.moment !== 'design' ? countUntil(state.outline.events, state.moment) : 0,
  );
  const actions = useDocument((state) => state.document.script.length);
  const problems = useProblems();
  const failing = useChecks().filter((check) => !check.holds).length;
  const grave = problems.filter((problem) => problem.severity !== 'info').length + failing;
  const titles: Record<DockTab, { readonly title: string; readonly badge?: number; readonly bad?: boolean }> =
    {
      events: { title: eventsWords.title, badge: events },
      script: { title: scriptTabWords.title, badge: actions },
      paths: { title: pathWords.title },
      exposure: { title: everythingWords.exposure },
      data: { title: dataWords.title },
      problems: { title: problemWords.title, badge: problems.length + failing, bad: grave > 0 },
    };
  return (
    <footer ref={dock} className="frame-dock bg-ground flex flex-col">
      <Timeline />
      <div className="border-line flex h-9 flex-none items-center border-b px-2 max-[1199px]:h-8">
        <div className="flex flex-1 items-center gap-1" role="tablist" aria-label={words.title}>
          {tabs.map((name) => {
            const { title, badge, bad } = titles[name];
            const selected = open && tab === name;
            return (
              <button
                key={name}
                type="button"
                role="tab"
                id={`dock-tab-${name}`}
                aria-selected={selected}
                aria-controls="dock-panel"
                tabIndex={tab === name ? 0 : -1}
                onClick={() => setView({ dockTab: name, dockOpen: true })}
                onKeyDown={(event) => {
                  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                  if (step === 0) return;
                  const next = tabs[(tabs.indexOf(name) + step + tabs.length) % tabs.length];
                  if (!next) return;
                  setView({ dockTab: next, dockOpen: true });
                  window.document.getElementById(`dock-tab-${next}`)?.focus();
                }}
                className={`flex h-9 items-center gap-1.5 border-b-2 px-2 text-sm max-[1199px]:h-8 ${
                  selected
                    ? 'border-accent text-text font-semibold'
                    : 'text-soft hover:text-text border-transparent'
                }`}
              >
                {title}
                {badge !== undefined && badge > 0 && (
                  <span
                    className={`rounded-full px-1.5 text-xs font-medium tabular-nums ${bad ? 'bg-bad-soft text-bad' : 'bg-sunken text-soft'}`}
                  >
                    {badge}
                  </span>
                )}
              </button>
            );
          })}
        </div>
        {open && (
          <Button
            look="quiet"
            aria-label={words.tall}
            title={words.tall}
            aria-pressed={tall}
            className={tall ? 'bg-accent-soft text-accent' : ''}
            onClick={() => setTall(!tall)}
            icon={<ChevronsUpDown size={16} aria-hidden />}
          />
        )}
        <Button
          look="quiet"
          aria-label={open ? words.collapse : words.expand}
          title={open ? words.collapse : words.expand}
          aria-expanded={open}
          onClick={() => setView({ dockOpen: !open })}
          icon={open ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
        />
      </div>
      {open && (
        <div
          id="dock-panel"
          role="tabpanel"
          aria-labelledby={`dock-tab-${tab}`}
          className="min-h-0 flex-1 overflow-hidden"
        >
          {CONTENT[tab]}
        </div>
      )}
    </footer>
  );
}
