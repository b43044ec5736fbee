/** One row in words: what it is, how it is, and how it hangs together with the rest. */
import {
  allOf,
  descriptorOf,
  serviceUsing,
  get,
  interfacesOf,
  isPublic,
  labelOf,
  networkAclOf,
  primaryInterface,
  routeTableOf,
  subnetOfInstance,
  type LiveFields,
  type Resource,
  type ResourceId,
  type Scenario,
} from '../../engine';
import { outline } from '../strings';
import { canvasText } from '../strings/en/canvas';
import { reachSentence } from './reach-words';
import { serviceWord } from './service-word';

const text = outline.relations;
const MAX_NAMES = 4;

/** Short, for the eye: what the row says after the name. */
export function detailOf(document: Scenario, resource: Resource): string {
  switch (resource.kind) {
    case 'vpc':
      return resource.cidrBlock;
    case 'subnet':
      return resource.cidrBlock ?? resource.ipv6CidrBlock ?? '';
    case 'instance':
      return resource.instanceType;
    case 'network-interface': {
      const owner = resource.managedBy === undefined ? [] : [nameOfId(document, resource.managedBy)];
      return [resource.privateIpAddress ?? '', ...owner].filter(Boolean).join(' · ');
    }
    case 'nat-gateway':
      return addressOf(document, resource.allocationId) ?? resource.privateIpAddress;
    case 'elastic-ip':
      return resource.publicIp;
    case 'volume':
      return `${resource.size} GiB ${resource.volumeType}`;
    case 'zone':
      return resource.zoneId ?? '';
    case 'region':
      return resource.name === undefined ? '' : resource.regionName;
    case 'internet':
      return resource.clientAddress;
    case 'placement-group':
      return resource.strategy;
    case 'route-table':
      return resource.main ? text.mainTable : '';
    case 'network-acl':
      return resource.isDefault ? text.defaultAcl : '';
    case 'vpc-endpoint':
      return resource.serviceName;
    case 'load-balancer':
      return resource.type;
    case 'target-group':
      return resource.protocol === undefined ? '' : `${resource.protocol} ${resource.port ?? ''}`.trim();
    case 'prefix-list':
      return resource.prefixListName;
    case 'image':
      return resource.imageName;
    case 'key-pair':
      return resource.keyName;
    case 'bucket':
      return resource.bucketName;
    case 'snapshot':
      return `${resource.volumeSize} GiB`;
    case 'dedicated-host':
      return resource.instanceType;
    case 'other-resource':
      return resource.resourceType;
    case 'vpc-peering-connection':
      return resource.status ?? '';
    case 'file-system':
    case 'security-group':
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
      return '';
  }
}

/** What the row is called: regions and zones by AWS's name. */
export function nameOf(document: Scenario, resource: Resource): string {
  if (resource.name !== undefined) return resource.name;
  switch (resource.kind) {
    case 'region':
      return resource.regionName;
    case 'zone':
      return resource.zoneName;
    case 'security-group':
    case 'placement-group':
      return resource.groupName;
    case 'vpc-endpoint':
      return serviceWord(resource.serviceName);
    case 'prefix-list':
      return serviceWord(resource.prefixListName);
    case 'image':
      return resource.imageName;
    case 'key-pair':
      return resource.keyName;
    case 'bucket':
      return resource.bucketName;
    case 'internet':
      return descriptorOf(resource.kind)?.label ?? resource.id;
    default:
      return labelOf(document, resource.id);
  }
}

export const nameOfId = (document: Scenario, id: ResourceId): string => {
  const resource = get(document, id);
  return resource ? nameOf(document, resource) : id;
};

/** What may be known of a thing beside the document. */
export interface Beside {
  readonly live?: LiveFields | undefined;
  readonly problems?: number;
  /** What the internet reaches of it; absent while that is not known. */
  readonly open?: readonly string[] | undefined;
}

/**
 * The whole row for the ear: `web-1, t3.micro, running, in public-a 10.0.0.0/24, reachable from the Internet on 443,
 * groups web`. An instance is known by its type.
 */
export function sentenceOf(document: Scenario, resource: Resource, beside: Beside = {}): string {
  const { live, problems = 0, open } = beside;
  const [place = '', ...relations] = relationsOf(document, resource);
  return [
    nameOf(document, resource),
    resource.kind === 'instance' ? '' : (descriptorOf(resource.kind)?.label ?? resource.kind),
    detailOf(document, resource),
    stateWord(live),
    place,
    reachSentence(open),
    ...relations,
    problems > 0 ? outline.problems(problems) : '',
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

const stateWord = (live: LiveFields | undefined): string =>
  live?.state === undefined ? '' : (canvasText.states[live.state] ?? live.state);

/** The place first, for it is asked for most. */
function relationsOf(document: Scenario, resource: Resource): readonly string[] {
  const name = (id: ResourceId) => nameOfId(document, id);
  switch (resource.kind) {
    case 'subnet': {
      const table = routeTableOf(document, resource);
      const acl = networkAclOf(document, resource);
      return [
        isPublic(document, resource) ? text.public : text.private,
        table ? text.table(name(table.id)) : '',
        acl ? text.acl(name(acl.id)) : '',
      ];
    }
    case 'instance': {
      const subnet = subnetOfInstance(document, resource.id);
      const primary = primaryInterface(document, resource.id);
      const further = interfacesOf(document, resource.id).length - 1;
      return [
        subnet ? text.in(placed(document, subnet)) : '',
        primary ? groupsOf(document, primary.groupSet) : '',
        further > 0 ? text.further(further) : '',
        resource.placementGroup === undefined ? '' : text.memberOf(name(resource.placementGroup)),
      ];
    }
    case 'network-interface': {
      const { attachment } = resource;
      const service =
        resource.managedBy === undefined ? serviceUsing(document, resource) : name(resource.managedBy);
      const subnet = get(document, resource.subnetId);
      return [
        text.in(subnet ? placed(document, subnet) : resource.subnetId),
        attachment
          ? attachment.deviceIndex === 0
            ? text.primary
            : text.further(attachment.deviceIndex)
          : service === null
            ? text.notAttached
            : text.usedBy(service),
        attachment ? text.attachedTo(name(attachment.instanceId)) : '',
        groupsOf(document, resource.groupSet),
      ];
    }
    case 'nat-gateway': {
      const subnet = get(document, resource.subnetId);
      return [text.in(subnet ? placed(document, subnet) : resource.subnetId)];
    }
    case 'internet-gateway':
      return [resource.vpcId === undefined ? text.notAttached : text.attachedTo(name(resource.vpcId))];
    case 'elastic-ip':
      return [
        resource.networkInterfaceId === undefined
          ? ''
          : text.associatedWith(name(resource.networkInterfaceId)),
      ];
    case 'volume':
      return [
        resource.attachment?.root ? text.root : '',
        resource.attachment ? text.attachedTo(name(resource.attachment.instanceId)) : text.notAttached,
      ];
    case 'route-table': {
      const users = allOf(document, 'subnet').filter(
        (subnet) => routeTableOf(document, subnet)?.id === resource.id,
      );
      return [
        text.routes(resource.routes.length),
        users.length > 0 ? text.tableOf(list(document, users)) : text.unused,
      ];
    }
    case 'network-acl': {
      const users = allOf(document, 'subnet').filter(
        (subnet) => networkAclOf(document, subnet)?.id === resource.id,
      );
      const outbound = resource.entries.filter((entry) => entry.egress).length;
      return [
        text.rules(resource.entries.length - outbound, outbound),
        users.length > 0 ? text.tableOf(list(document, users)) : text.unused,
      ];
    }
    case 'security-group': {
      const carriers = allOf(document, 'network-interface').filter((eni) =>
        eni.groupSet.includes(resource.id),
      );
      return [
        text.rules(resource.securityGroupIngress.length, resource.securityGroupEgress.length),
        carriers.length > 0 ? text.carriedBy(list(document, carriers)) : text.carriedByNone,
      ];
    }
    case 'placement-group': {
      const members = allOf(document, 'instance').filter(
        (instance) => instance.placementGroup === resource.id,
      );
      return [text.members(members.length)];
    }
    case 'vpc':
      return [
        text.subnets(allOf(document, 'subnet').filter((subnet) => subnet.vpcId === resource.id).length),
      ];
    case 'load-balancer':
      return [
        text.in(name(resource.vpcId)),
        ...resource.listeners.flatMap((listener) =>
          listener.targetGroupIds.map((id) => text.sends(`${listener.protocol} ${listener.port}`, name(id))),
        ),
      ];
    case 'target-group':
      return [text.in(name(resource.vpcId)), text.targets(resource.targets.length)];
    case 'egress-only-internet-gateway':
    case 'vpc-endpoint':
      return [text.in(name(resource.vpcId))];
    case 'vpc-peering-connection':
      return [resource.vpcId, resource.peerVpcId].flatMap((id) =>
        id === undefined ? [] : [text.in(name(id))],
      );
    case 'region':
    case 'zone':
    case 'prefix-list':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
    case 'other-resource':
    case 'internet':
      return [];
  }
}

/** `public-a 10.0.0.0/24` */
const placed = (document: Scenario, subnet: Resource): string =>
  [nameOf(document, subnet), detailOf(document, subnet)].filter(Boolean).join(' ');

const groupsOf = (document: Scenario, ids: readonly ResourceId[]): string =>
  ids.length === 0 ? text.noGroups : text.groups(ids.map((id) => nameOfId(document, id)).join(', '));

const addressOf = (document: Scenario, id: ResourceId | undefined): string | undefined => {
  const address = get(document, id);
  return address?.kind === 'elastic-ip' ? address.publicIp : undefined;
};

function list(document: Scenario, resources: readonly Resource[]): string {
  const names = resources.slice(0, MAX_NAMES).map((resource) => nameOf(document, resource));
  const more = resources.length - names.length;
  return more > 0 ? `${names.join(', ')} ${text.more(more)}` : names.join(', ');
}
