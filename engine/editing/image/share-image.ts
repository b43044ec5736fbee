/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html, sharing-amis.html */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { getKind, labelOf } from '../../catalog/lookup';
import { refuse, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';

/** `null`: it may be shared with these accounts. */
export function sharingRefusal(
  { document }: Situation,
  image: ResourceOf<'image'>,
  accounts: readonly string[],
): Refused | null {
  const label = labelOf(document, image.id);
  if (accounts.length === 0) return null;
  if ((image.owner ?? 'self') !== 'self')
    return refuse(
      'AuthFailure',
      `${label} belongs to somebody else, who alone can share it. Copy it, and share the copy.`,
      SOURCES.shareImage,
    );
  const odd = accounts.find((account) => !/^\d{12}$/.test(account));
  if (odd !== undefined)
    return refuse(
      'InvalidAMIAttributeItemValue',
      `Invalid attribute item value "${odd}" for userId: an AWS account id has 12 digits.`,
      SOURCES.shareImage,
    );
  const locked = snapshotsOf(document, image).find(
    ({ encrypted, kmsKey }) => encrypted && (kmsKey ?? 'aws/ebs') === 'aws/ebs',
  );
  return locked
    ? refuse(
        'InvalidParameter',
        `${label} has a snapshot (${labelOf(document, locked.id)}) that is encrypted with aws/ebs, a key that can't be shared. Encrypt it with a customer managed key and share that too.`,
        SOURCES.shareImage,
      )
    : null;
}

/** What is encrypted can't be given to everybody. */
export function publishingRefusal({ document }: Situation, image: ResourceOf<'image'>): Refused | null {
  const locked = snapshotsOf(document, image).find(({ encrypted }) => encrypted);
  if (!locked || (image.owner ?? 'self') !== 'self') return null;
  return refuse(
    'InvalidParameter',
    `${labelOf(document, image.id)} has an encrypted snapshot (${labelOf(document, locked.id)}), so it can't be public. Share it with single accounts.`,
    SOURCES.shareImage,
  );
}

const snapshotsOf = (document: Scenario, image: ResourceOf<'image'>): readonly ResourceOf<'snapshot'>[] =>
  (image.blockDeviceMappings ?? []).flatMap(
    ({ snapshotId }) => getKind(document, snapshotId, 'snapshot') ?? [],
  );
