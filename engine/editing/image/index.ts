/** What is made from what: images of instances, snapshots of volumes, and the way back. */
import { get, labelOf } from '../../catalog/lookup';
import type { Intent } from '../../model/proposal';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { planCopyImage } from './copy-image';
import { planCreateImage } from './create-image';
import { sharingRefusal } from './share-image';
import { planRegisterImage, planSnapshot, planVolumeFrom } from './snapshots';

export type DeriveIntent = Extract<Intent, { readonly type: 'derive' }>;

export function planDerive(situation: Situation, intent: DeriveIntent): Plan {
  const { document } = situation;
  const resource = get(document, intent.id);
  if (!resource) return refuse('NotFound', `There is no resource ${intent.id}.`, SOURCES.errors);
  const { make } = intent;
  if (make === 'image' && resource.kind === 'instance')
    return planCreateImage(situation, resource, intent.noReboot === true);
  if (make === 'image' && resource.kind === 'snapshot') return planRegisterImage(situation, resource);
  if (make === 'snapshot' && resource.kind === 'volume') return planSnapshot(situation, resource);
  if (make === 'volume' && resource.kind === 'snapshot')
    return planVolumeFrom(situation, resource, intent.to);
  if (make === 'copy' && resource.kind === 'image')
    return planCopyImage(situation, resource, intent.to, intent.encrypt === true);
  if (make === 'share' && resource.kind === 'image') {
    const accounts = [...(resource.sharedWith ?? []), intent.account ?? ''];
    return (
      sharingRefusal(situation, resource, accounts) ??
      accept(`Share ${labelOf(document, resource.id)} with ${intent.account ?? ''}`, (draft) => {
        draft.update(resource.id, { sharedWith: [...new Set(accounts)] });
        return resource.id;
      })
    );
  }
  return refuse(
    'DERIVE-001',
    `No ${make} is made of ${labelOf(document, resource.id)}: images come from instances and snapshots, snapshots from volumes, volumes from snapshots; images are copied and shared.`,
    SOURCES.regional.image,
  );
}
