/** One drawn resource as the data its node shows. */
import {
  descriptorOf,
  serviceUsing,
  get,
  getKind,
  isPublic,
  networkAclOf,
  MAX_DISK_ROWS,
  nameSaysInstanceStore,
  primaryInterface,
  routeTableOf,
  volumesOf,
  type Drawing,
  type Drawn,
  type Resource,
  type ResourceId,
  type ResourceOf,
  type Scenario,
} from '../../../engine';
import { canvasText as text } from '../../strings/en/canvas';
import { resourceOfKey } from '../drawing';
import { holdsText } from './holdings';
import { chipHint, chipOf, portOf, present, titleOf } from './chips';
import type { InterfaceData, ThingData } from './thing';

const sentenceOf = (...parts: readonly (string | null | undefined)[]): string => present(parts).join(', ');

function placeText(document: Scenario, id: ResourceId | undefined): string | null {
  const place = get(document, id);
  if (!place) return null;
  const cidr = 'cidrBlock' in place ? (place.cidrBlock ?? '') : '';
  return text.inPlace(`${titleOf(document, place.id)} ${cidr}`.trim());
}

const kindLabel = (resource: Resource): string => descriptorOf(resource.kind)?.label ?? resource.kind;

/** @returns null for what is shown inside another thing's node: docked interfaces and volumes. */
export function describe(document: Scenario, drawing: Drawing, drawn: Drawn): ThingData | null {
  const id = resourceOfKey(drawn.key);
  const resource = get(document, id);
  if (!resource) return null;
  const title = titleOf(document, id);
  const common = { key: drawn.key, id, title };
  const contents =
    drawn.how === 'box'
      ? { collapsed: drawn.collapsed, holds: holdsText(document, drawing, drawn.key) }
      : NO_CONTENTS;
  const folded = drawn.collapsed ? [text.collapsed, contents.holds] : [];
  switch (resource.kind) {
    case 'region':
      return {
        ...common,
        look: 'region',
        kind: 'region',
        title: resource.name ?? resource.regionName,
        detail: resource.name ? resource.regionName : '',
        tone: 'plain',
        ...contents,
        inviting: !drawing.children.has(drawn.key),
        chips: [],
        sentence: sentenceOf(`${kindLabel(resource)} ${resource.regionName}`, ...folded),
      };
    case 'zone':
      return {
        ...common,
        look: 'lane',
        kind: 'zone',
        title: resource.name ?? resource.zoneName,
        detail: resource.zoneId ?? '',
        tone: 'plain',
        ...contents,
        inviting: false,
        chips: [],
        sentence: sentenceOf(
          `${kindLabel(resource)} ${resource.zoneName}`,
          placeText(document, drawn.parent ?? undefined),
          ...folded,
        ),
      };
    case 'vpc':
      return {
        ...common,
        look: 'vpc',
        kind: 'vpc',
        detail: blocksText(
          [resource.cidrBlock, ...(resource.secondaryCidrBlocks ?? [])],
          resource.ipv6CidrBlock,
        ),
        tone: 'plain',
        ...contents,
        inviting: false,
        chips: present(
          (drawing.chips.on.get(id) ?? []).map((chip) => chipOf(document, chip, chipHint(document, chip))),
        ),
        sentence: sentenceOf(
          `${kindLabel(resource)} ${title}`,
          resource.cidrBlock,
          placeText(document, resource.region),
          ...folded,
        ),
      };
    case 'subnet': {
      const tone = isPublic(document, resource) ? 'public' : 'private';
      const table = routeTableOf(document, resource)?.id;
      const acl = networkAclOf(document, resource)?.id;
      return {
        ...common,
        look: 'subnet',
        kind: 'subnet',
        detail: blocksText(present([resource.cidrBlock]), resource.ipv6CidrBlock),
        tone,
        ...contents,
        inviting: false,
        chips: present([
          table === undefined
            ? null
            : chipOf(document, table, resource.routeTableId === undefined ? text.mainTable : undefined),
          acl === undefined ? null : chipOf(document, acl),
        ]),
        sentence: sentenceOf(
          `${tone} subnet ${title}`,
          resource.cidrBlock,
          placeText(document, resource.vpcId),
          titleOf(document, resource.availabilityZone),
          ...folded,
        ),
      };
    }
    case 'instance': {
      const eni = primaryInterface(document, id);
      const store = nameSaysInstanceStore(resource.instanceType);
      const volumes = volumesOf(document, id);
      const rows = MAX_DISK_ROWS - (store ? 1 : 0);
      const shown = volumes.length > rows ? volumes.slice(0, rows - 1) : volumes;
      return {
        ...common,
        look: 'instance',
        type: resource.instanceType,
        spot: resource.instanceMarketOptions !== undefined,
        observedState: document.observed[id]?.state ?? null,
        port: eni ? portOf(document, drawing, eni) : null,
        disks: shown.map((disk) => ({
          id: disk.id,
          text: text.disk(disk.size, disk.volumeType),
          root: disk.attachment?.root ?? false,
        })),
        moreDisks: volumes.length - shown.length,
        store,
        sentence: sentenceOf(title, resource.instanceType, placeText(document, eni?.subnetId)),
      };
    }
    case 'network-interface': {
      if (drawn.how === 'port' && drawn.parent === resource.attachment?.instanceId) return null;
      return describePort(document, drawing, resource, common);
    }
    case 'nat-gateway': {
      const address = getKind(document, resource.allocationId, 'elastic-ip');
      const detail =
        resource.connectivityType === 'private' ? text.privateNat : (address?.publicIp ?? text.noElasticIp);
      return {
        ...common,
        look: 'nat',
        kind: resource.kind,
        detail,
        chips: present([address ? chipOf(document, address.id, chipHint(document, address.id)) : null]),
        sentence: sentenceOf(
          `${kindLabel(resource)} ${title}`,
          detail,
          placeText(document, resource.subnetId),
        ),
      };
    }
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'vpc-endpoint':
    case 'load-balancer':
      return {
        ...common,
        look: drawn.how === 'border' ? 'border' : 'gateway',
        kind: resource.kind,
        detail: drawn.how === 'border' ? '' : text.detached,
        chips: present((drawing.chips.on.get(id) ?? []).map((chip) => chipOf(document, chip))),
        sentence: sentenceOf(
          `${kindLabel(resource)} ${title}`,
          placeText(document, resource.vpcId) ?? text.detached,
        ),
      };
    case 'internet':
      return {
        ...common,
        look: 'world',
        kind: resource.kind,
        title: resource.name ?? kindLabel(resource),
        detail: resource.clientAddress,
        chips: [],
        sentence: sentenceOf(resource.name ?? kindLabel(resource), resource.clientAddress),
      };
    case 'volume': {
      if (drawn.how === 'docked') return null;
      const detail = text.disk(resource.size, resource.volumeType);
      return {
        ...common,
        look: 'volume',
        detail,
        sentence: sentenceOf(
          `${kindLabel(resource)} ${title}`,
          detail,
          text.detached,
          placeText(document, resource.availabilityZone),
        ),
      };
    }
    case 'elastic-ip':
    case 'placement-group':
    case 'security-group':
    case 'network-acl':
    case 'target-group':
    case 'vpc-peering-connection':
    case 'prefix-list':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
    case 'other-resource':
    case 'route-table': {
      const chip = chipOf(document, id);
      if (!chip) return null;
      const detail = shelfDetail(resource);
      return {
        ...common,
        look: 'shelf',
        chip,
        detail,
        sentence: sentenceOf(`${kindLabel(resource)} ${title}`, detail),
      };
    }
  }
}

const NO_CONTENTS = { collapsed: false, holds: '' };

/** `10.0.0.0/16 · IPv6`: an IPv6 block would leave no room for the name. */
const blocksText = (blocks: readonly string[], ipv6: string | undefined): string =>
  [...blocks, ...(ipv6 === undefined ? [] : [blocks.length === 0 ? ipv6 : 'IPv6'])].join(' · ');

function describePort(
  document: Scenario,
  drawing: Drawing,
  eni: ResourceOf<'network-interface'>,
  common: Pick<InterfaceData, 'key' | 'id' | 'title'>,
): InterfaceData {
  const port = portOf(document, drawing, eni);
  const owner = eni.attachment ? titleOf(document, eni.attachment.instanceId) : null;
  const manager = get(document, eni.managedBy);
  const service = manager ? titleOf(document, manager.id) : serviceUsing(document, eni);
  const detail =
    service === null ? text.port(eni.attachment?.deviceIndex ?? null, owner) : text.usedBy(service);
  return {
    ...common,
    look: 'interface',
    kind: manager?.kind ?? eni.kind,
    port,
    detail,
    sentence: sentenceOf(`${kindLabel(eni)} ${port.label}`, detail, placeText(document, eni.subnetId)),
  };
}

function shelfDetail(resource: Resource): string {
  switch (resource.kind) {
    case 'elastic-ip':
      return resource.name === undefined ? '' : resource.publicIp;
    case 'placement-group':
      return text.strategies[resource.strategy];
    case 'target-group':
      return `→ ${resource.targets.length}`;
    case 'prefix-list':
      return text.blocks(resource.entries.length);
    case 'other-resource':
      return resource.resourceType;
    case 'image':
      return resource.architecture;
    case 'snapshot':
      return `${resource.volumeSize} GiB`;
    case 'key-pair':
      return resource.keyType;
    case 'dedicated-host':
      return resource.instanceType;
    default:
      return '';
  }
}
