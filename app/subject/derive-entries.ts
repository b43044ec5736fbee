/** What can be made of a thing, as lines of its menu: an image, a snapshot, a volume, a copy. */
import { get, type Intent, type Resource } from '../../engine';
import { documentStore } from '../state/document-store';
import { perform } from '../state/perform';
import { deriveText as text } from '../strings/en/derive';
import type { MenuEntry } from '../ui/menu-entry';

type Derive = Omit<Extract<Intent, { type: 'derive' }>, 'type' | 'id'>;
type Entry = Exclude<MenuEntry, 'separator'>;

export function deriveEntries(resource: Resource): readonly Entry[] {
  const { id } = resource;
  const entry = (label: string, intent: Derive): Entry => ({
    label,
    run: () => void perform({ type: 'derive', id, ...intent }),
  });
  switch (resource.kind) {
    case 'instance':
      return [entry(text.image, { make: 'image' }), entry(text.imageLive, { make: 'image', noReboot: true })];
    case 'volume':
      return [entry(text.snapshot, { make: 'snapshot' })];
    case 'snapshot':
      return [entry(text.volume, { make: 'volume' }), entry(text.register, { make: 'image' })];
    case 'image':
      return [
        ...regions(resource.region).map(([to, name]) => entry(text.copy(name), { make: 'copy', to })),
        entry(text.encrypt, { make: 'copy', encrypt: true }),
      ];
    default:
      return [];
  }
}

/** All others that are drawn. */
const regions = (own: string): readonly (readonly [id: string, name: string])[] =>
  Object.values(documentStore.getState().document.resources).flatMap((resource) =>
    resource.kind === 'region' && resource.id !== own ? [[resource.id, resource.regionName] as const] : [],
  );

/** The usual thing that is made of what is selected; `undefined`: nothing is. */
export function usualDerivation(id: string | undefined): Entry | undefined {
  const resource = id === undefined ? undefined : get(documentStore.getState().document, id);
  return resource && deriveEntries(resource)[0];
}
