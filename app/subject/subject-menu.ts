/** What can be done with a thing, the same in outline and inspector, by pointer and by keyboard. */
import { descriptorOf, type PlaceId, type Resource } from '../../engine';
import type { Spot } from '../clipboard/clipboard';
import { showKeys } from '../commands/keys';
import { boxesOf, isCollapsed, toggleCollapsed } from '../canvas/collapse';
import { canvasText } from '../strings/en/canvas';
import { setQuery } from '../asking/ask-path';
import { isViewOnly } from '../state/document-store';
import { pathStore } from '../state/path-store';
import { openInspector } from '../state/panels';
import { perform } from '../state/perform';
import { select, setView } from '../state/view-store';
import { outline as text } from '../strings';
import { areAllPinned, canPin, switchPin } from '../canvas/tidy/pin-selection';
import { connectText } from '../strings/en/connect';
import { tidyText } from '../strings/en/tidy';
import type { MenuEntry } from '../ui/menu-entry';
import { actionEntries } from './actions';
import { deriveEntries } from './derive-entries';
import { copyEntries, pasteEntries } from './clipboard-entries';

/** Kinds something may be put in or on. */
const TAKES = new Set([
  'region',
  'vpc',
  'zone',
  'subnet',
  'instance',
  'network-interface',
  'placement-group',
]);

/** Kinds something may be attached to, put on or associated with, or that may be themselves. */
const CONNECTS = new Set([
  'vpc',
  'subnet',
  'instance',
  'network-interface',
  'volume',
  'elastic-ip',
  'internet-gateway',
  'security-group',
  'placement-group',
  'route-table',
  'network-acl',
  'target-group',
  'load-balancer',
  'vpc-endpoint',
]);

/** @param spot where a pointer opened it: what is pasted goes there. */
export function subjectMenu(
  resource: Resource,
  place: PlaceId,
  onRename: () => void,
  spot?: Spot,
): readonly MenuEntry[] {
  const roles = descriptorOf(resource.kind)?.roles ?? [];
  const open = (dialog: 'add' | 'move' | 'connect') => () => {
    select(resource.id);
    setView({ dialog, dialogPlace: place });
  };
  const trace = (end: 'from' | 'to') => () => {
    const { query } = pathStore.getState();
    setView({ dockTab: 'paths', dockOpen: true });
    void setQuery({ ...query, [end]: resource.id });
  };
  const traceable = roles.includes('endpoint') || roles.includes('machine');
  const inspect: MenuEntry = {
    label: text.inspect,
    run: () => {
      select(resource.id);
      openInspector();
    },
  };
  const traces: readonly MenuEntry[] = traceable
    ? [
        'separator' as const,
        { label: text.traceFrom, run: trace('from') },
        { label: text.traceTo, run: trace('to') },
      ]
    : [];
  if (isViewOnly()) return [inspect, ...traces];
  const actions = actionEntries(resource);
  return [
    inspect,
    ...(actions.length > 0 ? (['separator', ...actions, 'separator'] as const) : []),
    ...(TAKES.has(resource.kind) ? [{ label: text.add, run: open('add') }] : []),
    ...(roles.includes('place') && resource.kind !== 'subnet'
      ? []
      : [{ label: text.move, keys: showKeys('Mod+G'), run: open('move') }]),
    ...(CONNECTS.has(resource.kind) ? [{ label: connectText.connect, run: open('connect') }] : []),
    ...deriveEntries(resource),
    { label: text.rename, keys: 'F2', run: onRename },
    'separator',
    ...clipboardEntries(resource, spot),
    'separator',
    ...arrangeEntries(resource),
    ...traces,
    'separator',
    {
      label: text.delete,
      keys: showKeys('Delete'),
      tone: 'bad',
      run: () => void perform({ type: 'delete', ids: [resource.id] }),
    },
  ];
}

/** These are about the selection: the thing becomes it first. A box takes what is pasted, and so does where one points. */
function clipboardEntries({ id, kind }: Resource, spot?: Spot): readonly MenuEntry[] {
  const entries = [...copyEntries(), ...(spot || HOLDS.has(kind) ? pasteEntries(spot) : [])];
  return entries.flatMap((entry): readonly MenuEntry[] => {
    if (entry === 'separator') return [entry];
    const { label, keys } = entry;
    const run = (): void => {
      select(id);
      entry.run();
    };
    return [{ label, ...(keys === undefined ? {} : { keys }), run }];
  });
}

const HOLDS: ReadonlySet<string> = new Set(['region', 'vpc', 'zone', 'subnet']);

/** Of a box its contents can be tidied up; whatever has a place of its own can be pinned there. */
function arrangeEntries({ id, kind }: Resource): readonly MenuEntry[] {
  const tidy = (): void => void import('../canvas/tidy/tidy-up').then((module) => module.tidyUp([id]));
  const pinLabel = areAllPinned([id]) ? tidyText.unpinHere : tidyText.pinHere;
  const boxes = HOLDS.has(kind) ? boxesOf([id]) : [];
  const collapsed = boxes.length > 0 && boxes.every(isCollapsed);
  const fold: MenuEntry = {
    label: collapsed ? canvasText.expandHere : canvasText.collapseHere,
    keys: showKeys('Mod+.'),
    run: () => toggleCollapsed(boxes),
  };
  return [
    ...(boxes.length > 0 ? [fold] : []),
    ...(HOLDS.has(kind) ? [{ label: tidyText.tidyHere, run: tidy }] : []),
    ...(canPin([id]) ? [{ label: pinLabel, run: () => switchPin([id]) }] : []),
  ];
}
