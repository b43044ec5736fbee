/**
 * A copy in this Region or another, encrypted on the way if wanted. Launch permissions are not copied.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html
 */
import type { ResourceOf } from '../../catalog/descriptors';
import { getKind, labelOf } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { copyOfSnapshot, nextImageName } from './make-copy';

export function planCopyImage(
  situation: Situation,
  image: ResourceOf<'image'>,
  into: ResourceId | undefined,
  encrypt: boolean,
): Plan {
  const { document } = situation;
  const label = labelOf(document, image.id);
  const region = getKind(document, into ?? image.region, 'region');
  if (!region)
    return refuse(
      'InvalidParameterValue',
      `There is no Region ${into ?? ''} to copy ${label} to.`,
      SOURCES.copyImage,
    );
  const foreign = (image.owner ?? 'self') !== 'self';
  if (foreign && (image.owner === 'aws-marketplace' || image.productCode !== undefined))
    return refuse(
      'UnauthorizedOperation',
      `${label} has a product code of AWS Marketplace and belongs to somebody else: it can't be copied. Launch it, and make an image of the instance.`,
      SOURCES.copyImage,
    );
  if (foreign && image.launchPermission === 'none')
    return refuse(
      'AuthFailure',
      `${label} is not shared with this account, so it can't be copied. Its owner has to share it and its snapshots.`,
      SOURCES.copyImage,
    );
  const { owner: _o, launchPermission: _p, sharedWith: _s, sourceInstanceId: _i, ...kept } = image;
  return accept(`Copy ${label} to ${region.regionName}${encrypt ? ', encrypted' : ''}`, (draft) => {
    const blockDeviceMappings = image.blockDeviceMappings?.map((mapping) => {
      const { snapshotId, ...disk } = mapping;
      const snapshot = getKind(document, snapshotId, 'snapshot');
      const copied = snapshot && copyOfSnapshot(draft, snapshot, region.id, encrypt);
      return {
        ...disk,
        ...(copied ? { snapshotId: draft.add(copied) } : {}),
        ...(encrypt || copied?.encrypted ? { encrypted: true } : {}),
      };
    });
    return draft.add({
      ...kept,
      id: draft.nextId('image'),
      region: region.id,
      imageName: nextImageName(draft.document, image.imageName),
      ...(blockDeviceMappings ? { blockDeviceMappings } : {}),
      sourceImageId: image.id,
    });
  });
}
