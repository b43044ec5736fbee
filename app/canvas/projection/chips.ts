/** Names, and the chips that hang on things. */
import {
  allOf,
  get,
  labelOf,
  type Drawing,
  type ResourceId,
  type ResourceOf,
  type Scenario,
} from '../../../engine';
import { canvasText as text } from '../../strings/en/canvas';
import type { ChipData, PortData } from './thing';
import { serviceWord } from '../../subject/service-word';

const SET_COLOURS = 6;

/** What people call it; groups, regions and zones have a name of their own. */
export function titleOf(document: Scenario, id: ResourceId): string {
  const resource = get(document, id);
  if (!resource) return id;
  if (resource.name === undefined) {
    if ('groupName' in resource) return resource.groupName;
    if (resource.kind === 'region') return resource.regionName;
    if (resource.kind === 'zone') return resource.zoneName;
    if ('imageName' in resource) return resource.imageName;
    if (resource.kind === 'key-pair') return resource.keyName;
    if ('bucketName' in resource) return resource.bucketName;
    if (resource.kind === 'prefix-list') return serviceWord(resource.prefixListName);
    if (resource.kind === 'vpc-endpoint') return serviceWord(resource.serviceName);
  }
  return labelOf(document, id);
}

/** Tables keep their colour as long as the list of tables is the same. */
function setOf(document: Scenario, id: ResourceId): number | undefined {
  const index = allOf(document, 'route-table').findIndex((table) => table.id === id);
  return index < 0 ? undefined : (index % SET_COLOURS) + 1;
}

export function chipOf(document: Scenario, id: ResourceId, hint?: string): ChipData | null {
  const resource = get(document, id);
  if (!resource) return null;
  const set = resource.kind === 'route-table' ? setOf(document, id) : undefined;
  return {
    id,
    kind: resource.kind,
    name: titleOf(document, id),
    ...(set === undefined ? {} : { set }),
    ...(hint === undefined ? {} : { hint }),
  };
}

export const present = <T>(items: readonly (T | null | undefined)[]): readonly T[] =>
  items.filter((item): item is T => item !== null && item !== undefined);

export function portOf(document: Scenario, drawing: Drawing, eni: ResourceOf<'network-interface'>): PortData {
  const chips = present(
    (drawing.chips.on.get(eni.id) ?? []).map((id) => chipOf(document, id, chipHint(document, id))),
  );
  const name = titleOf(document, eni.id);
  const address = eni.privateIpAddress ?? eni.ipv6Addresses?.[0] ?? text.noAddress;
  return {
    id: eni.id,
    name,
    address,
    chips,
    label: [name, address, ...chips.map((chip) => chip.hint ?? chip.name)].join(', '),
  };
}

export function chipHint(document: Scenario, id: ResourceId): string | undefined {
  const resource = get(document, id);
  if (resource?.kind === 'vpc-peering-connection') {
    const sides = [resource.vpcId, resource.peerVpcId].map((side) =>
      side === undefined ? text.elsewhere : titleOf(document, side),
    );
    return text.peers(sides.join(' ↔ '));
  }
  return resource?.kind === 'elastic-ip' ? `Elastic IP ${resource.publicIp}` : undefined;
}
