/** Rules on instances: type, interface, root volume. */
import { allOf, getKind, labelOf, primaryInterface, volumesOf } from '../catalog/lookup';
import { Draft } from '../editing/draft';
import { ROOT_DEVICE } from '../editing/next-device';
import { instanceTypeFacts, isOffered } from '../facts/instance-types';
import { zoneOf } from './availability-zone';
import { finding, page, type Rule } from './rule';

export const INSTANCE_RULES: readonly Rule[] = [
  {
    id: 'INSTANCE-001',
    severity: 'error',
    sentence: 'An instance has a primary network interface.',
    source: page.interfaces,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) =>
        primaryInterface(document, instance.id)
          ? []
          : finding(
              [instance.id],
              `${labelOf(document, instance.id)} has no interface at device index 0, so it stands in no subnet.`,
            ),
      ),
  },
  {
    id: 'INSTANCE-002',
    severity: 'warning',
    sentence: 'The type of an instance is one the catalogue knows.',
    source: page.instanceTypes,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) =>
        instanceTypeFacts(instance.instanceType)
          ? []
          : finding(
              [instance.id],
              `${labelOf(document, instance.id)} is a ${instance.instanceType}, which the catalogue does not know: its limits are not checked.`,
            ),
      ),
  },
  {
    id: 'INSTANCE-003',
    severity: 'warning',
    sentence: 'The type of an instance is offered in its zone.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-discovery.html',
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        const zone = getKind(document, zoneOf(document, instance), 'zone');
        const region = getKind(document, zone?.region, 'region')?.regionName;
        if (!zone?.zoneId || region === undefined) return [];
        if (isOffered(instance.instanceType, region, zone.zoneId) !== false) return [];
        return finding(
          [instance.id],
          `${instance.instanceType} of ${labelOf(document, instance.id)} is not offered in ${zone.zoneName} (${zone.zoneId}). Take another type or zone.`,
        );
      }),
  },
  {
    id: 'INSTANCE-004',
    severity: 'error',
    sentence: 'An EBS-backed instance has a root volume.',
    source: page.rootDevice,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        // An import may come without its volumes.
        if (instance.rootDeviceType === 'instance-store' || document.observed[instance.id]) return [];
        const volumes = volumesOf(document, instance.id);
        const zone = zoneOf(document, instance);
        if (volumes.some((volume) => volume.attachment?.root) || zone === undefined) return [];
        const draft = new Draft(document);
        const isTaken = volumes.some((volume) => volume.attachment?.device === ROOT_DEVICE);
        draft.add({
          id: draft.nextId('volume'),
          kind: 'volume',
          availabilityZone: zone,
          size: 8,
          volumeType: 'gp3',
          encrypted: false,
          attachment: {
            instanceId: instance.id,
            device: isTaken ? '/dev/sda1' : ROOT_DEVICE,
            root: true,
            deleteOnTermination: true,
          },
        });
        return finding(
          [instance.id],
          `${labelOf(document, instance.id)} has no root volume and can't boot.`,
          {
            label: `Add a root volume to ${labelOf(document, instance.id)}`,
            changes: draft.changes,
          },
        );
      }),
  },
];
