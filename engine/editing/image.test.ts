import { describe, expect, it } from 'vitest';
import type { Resource, Scenario } from '../catalog/descriptors';
import type { Image } from '../catalog/image/kind';
import { allOf, getKind } from '../catalog/lookup';
import { applyChanges } from '../model/change';
import type { Intent } from '../model/proposal';
import { machine, place, timeline } from '../testing/timeline';
import { propose } from './propose';

type Derive = Omit<Extract<Intent, { type: 'derive' }>, 'type'>;

const snapshot = (set: Partial<Extract<Resource, { kind: 'snapshot' }>> = {}): Resource => ({
  id: 'snap-1',
  kind: 'snapshot',
  region: 'region-1',
  volumeSize: 20,
  encrypted: false,
  ...set,
});
const image = (set: Partial<Image> = {}): Resource => ({
  id: 'ami-1',
  kind: 'image',
  region: 'region-1',
  imageName: 'web',
  architecture: 'arm64',
  operatingSystem: 'debian-12',
  blockDeviceMappings: [{ deviceName: '/dev/xvda', snapshotId: 'snap-1' }],
  ...set,
});
const elsewhere: Resource = { id: 'region-2', kind: 'region', regionName: 'eu-west-1' };
const designOf = (...resources: readonly Resource[]): Scenario =>
  timeline([...place(), elsewhere, ...machine(1, { dataVolume: true, encrypted: true }), ...resources]);

function derive(document: Scenario, intent: Derive): { readonly after: Scenario; readonly made: string } {
  const proposal = propose(document, { type: 'derive', ...intent });
  if (!proposal.accepted) throw new Error(proposal.message);
  const applied = applyChanges(document, proposal.changeSet.changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return { after: applied.value.document, made: proposal.selects ?? '' };
}

const refusalOf = (document: Scenario, intent: Derive): string => {
  const proposal = propose(document, { type: 'derive', ...intent });
  return proposal.accepted ? 'accepted' : proposal.rule;
};

describe('an image of an instance', () => {
  it('brings a snapshot of each volume, encrypted as the volume is', () => {
    const { after, made } = derive(designOf(), { id: 'i-1', make: 'image', noReboot: true });
    const created = getKind(after, made, 'image');
    expect(created).toMatchObject({
      region: 'region-1',
      architecture: 'x86_64',
      operatingSystem: 'amazon-linux-2023',
      sourceInstanceId: 'i-1',
      noReboot: true,
    });
    expect(
      created?.blockDeviceMappings?.map(({ snapshotId }) => getKind(after, snapshotId, 'snapshot')),
    ).toMatchObject([
      { sourceVolumeId: 'vol-1', volumeSize: 8, encrypted: true },
      { sourceVolumeId: 'vol-10', volumeSize: 100, encrypted: false },
    ]);
  });

  it('is refused where the root is on an instance store', () => {
    const document = timeline([...place(), ...machine(1, { set: { rootDeviceType: 'instance-store' } })]);
    expect(refusalOf(document, { id: 'i-1', make: 'image' })).toBe('InvalidParameterValue');
  });

  it('is never made of a volume, nor a snapshot of an image', () => {
    const document = designOf(snapshot(), image());
    expect(refusalOf(document, { id: 'vol-1', make: 'image' })).toBe('DERIVE-001');
    expect(refusalOf(document, { id: 'ami-1', make: 'snapshot' })).toBe('DERIVE-001');
    expect(refusalOf(document, { id: 'vol-99', make: 'snapshot' })).toBe('NotFound');
  });
});

describe('snapshots', () => {
  it('come from a volume and become a volume in a zone of their Region', () => {
    const taken = derive(designOf(), { id: 'vol-1', make: 'snapshot' });
    expect(getKind(taken.after, taken.made, 'snapshot')).toMatchObject({ encrypted: true, volumeSize: 8 });
    const back = derive(taken.after, { id: taken.made, make: 'volume', to: 'az-2' });
    expect(getKind(back.after, back.made, 'volume')).toMatchObject({
      availabilityZone: 'az-2',
      size: 8,
      encrypted: true,
      snapshotId: taken.made,
    });
  });

  it('become no volume in another Region', () => {
    const document = designOf(snapshot({ region: 'region-2' }));
    expect(refusalOf(document, { id: 'snap-1', make: 'volume', to: 'az-1' })).toBe('InvalidParameterValue');
  });

  it('are registered as an image with the system of the image that was', () => {
    const { after, made } = derive(designOf(snapshot(), image()), { id: 'snap-1', make: 'image' });
    expect(getKind(after, made, 'image')).toMatchObject({
      architecture: 'arm64',
      operatingSystem: 'debian-12',
      blockDeviceMappings: [{ snapshotId: 'snap-1', volumeSize: 20 }],
    });
  });
});

describe('a copy of an image', () => {
  it('has snapshots of its own in the other Region, encrypted if wanted, and no permissions', () => {
    const document = designOf(snapshot(), image({ sharedWith: ['222222222222'] }));
    const { after, made } = derive(document, { id: 'ami-1', make: 'copy', to: 'region-2', encrypt: true });
    const copy = getKind(after, made, 'image');
    expect(copy).toMatchObject({ region: 'region-2', sourceImageId: 'ami-1', architecture: 'arm64' });
    expect(copy?.sharedWith).toBeUndefined();
    const [copied] = allOf(after, 'snapshot').filter(({ sourceSnapshotId }) => sourceSnapshotId === 'snap-1');
    expect(copied).toMatchObject({ region: 'region-2', encrypted: true });
    expect(copy?.blockDeviceMappings).toMatchObject([{ snapshotId: copied?.id, encrypted: true }]);
  });

  it('is never decrypted', () => {
    const document = designOf(snapshot({ encrypted: true }), image());
    const { after } = derive(document, { id: 'ami-1', make: 'copy', encrypt: false });
    expect(allOf(after, 'snapshot').map(({ encrypted }) => encrypted)).toEqual([true, true]);
  });

  it("is refused of others' marketplace images, and of what is not shared", () => {
    const market = designOf(snapshot(), image({ owner: 'aws-marketplace', subscribed: true }));
    expect(refusalOf(market, { id: 'ami-1', make: 'copy' })).toBe('UnauthorizedOperation');
    const secret = designOf(snapshot(), image({ owner: 'other-account', launchPermission: 'none' }));
    expect(refusalOf(secret, { id: 'ami-1', make: 'copy' })).toBe('AuthFailure');
    const own = designOf(snapshot(), image({ productCode: 'abc' }));
    const { after, made } = derive(own, { id: 'ami-1', make: 'copy' });
    expect(getKind(after, made, 'image')?.productCode).toBe('abc');
  });
});

describe('sharing an image', () => {
  const share = (document: Scenario, account = '222222222222') =>
    refusalOf(document, { id: 'ami-1', make: 'share', account });

  it('adds the account once', () => {
    const document = designOf(snapshot(), image({ sharedWith: ['222222222222'] }));
    const { after } = derive(document, { id: 'ami-1', make: 'share', account: '222222222222' });
    expect(getKind(after, 'ami-1', 'image')?.sharedWith).toEqual(['222222222222']);
  });

  it('is refused with aws/ebs, with a wrong account, and of what belongs to somebody else', () => {
    expect(share(designOf(snapshot({ encrypted: true }), image()))).toBe('InvalidParameter');
    expect(share(designOf(snapshot({ encrypted: true, kmsKey: 'customer-managed' }), image()))).toBe(
      'accepted',
    );
    expect(share(designOf(snapshot(), image()), '12')).toBe('InvalidAMIAttributeItemValue');
    expect(share(designOf(snapshot(), image({ owner: 'amazon' })))).toBe('AuthFailure');
  });

  it('with everybody is refused for what is encrypted, in the inspector too', () => {
    const document = designOf(snapshot({ encrypted: true, kmsKey: 'customer-managed' }), image());
    const set = (key: string, value: unknown) => propose(document, { type: 'set', id: 'ami-1', key, value });
    expect(set('launchPermission', 'public')).toMatchObject({ accepted: false, rule: 'InvalidParameter' });
    expect(set('sharedWith', ['222222222222'])).toMatchObject({ accepted: true });
  });
});
