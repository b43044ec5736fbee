/** Palette and outline: two equal ways into the document. Closed, two buttons remain to open either. */
import { ListTree, PanelLeftClose, Shapes } from 'lucide-react';
import { closeLeft, openLeft } from '../state/panels';
import { useDocument, useView } from '../state/hooks';
import { LEFT_TABS } from '../state/view-store';
import { frame as text } from '../strings';
import { Button } from '../ui/Button';
import { later } from '../ui/later';
import { LoadGuard } from '../ui/LoadGuard';
import { TabBar } from '../ui/TabBar';

const PaletteList = later(() => import('../palette/PaletteList'));
const OutlineTree = later(() => import('../outline/OutlineTree'));

export function LeftPanel() {
  const open = useView((state) => state.leftOpen);
  // Nothing is taken from the palette where nothing can be drawn.
  const looking = useDocument((state) => state.viewOnly);
  const chosen = useView((state) => state.leftTab);
  const tab = looking ? 'outline' : chosen;
  const tabs = looking ? (['outline'] as const) : LEFT_TABS;
  if (!open)
    return (
      <aside aria-label={text.leftPanel} className="frame-left frame-strip border-line bg-ground">
        {!looking && (
          <Button
            look="quiet"
            aria-label={text.openPalette}
            title={text.openPalette}
            icon={<Shapes aria-hidden size={16} />}
            onClick={() => openLeft('palette')}
          />
        )}
        <Button
          look="quiet"
          aria-label={text.openOutline}
          title={text.openOutline}
          icon={<ListTree aria-hidden size={16} />}
          onClick={() => openLeft('outline')}
        />
      </aside>
    );
  return (
    <aside aria-label={text.leftPanel} className="frame-left border-line bg-ground flex flex-col border-r">
      <div className="border-line flex items-end justify-between border-b pr-1 pl-3">
        <TabBar
          label={text.leftPanel}
          idPrefix="left"
          tabs={tabs.map((id) => ({ id, label: text[id] }))}
          active={tab}
          onChange={openLeft}
        />
        <Button
          look="quiet"
          className="mb-1"
          aria-label={text.closeLeft}
          title={text.closeLeft}
          icon={<PanelLeftClose aria-hidden size={16} />}
          onClick={closeLeft}
        />
      </div>
      <div
        role="tabpanel"
        id={`left-panel-${tab}`}
        aria-labelledby={`left-tab-${tab}`}
        className="min-h-0 flex-1 overflow-auto"
      >
        <LoadGuard key={tab} message={text.notLoaded}>
          {tab === 'palette' ? <PaletteList /> : <OutlineTree />}
        </LoadGuard>
      </div>
    </aside>
  );
}
