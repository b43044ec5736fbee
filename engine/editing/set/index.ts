/** Setting one property, as the inspector does, with all that follows from it. */
import { descriptorOf, type Resource } from '../../catalog/descriptors';
import { fieldsOf } from '../../catalog/fields';
import { get, getKind, labelOf } from '../../catalog/lookup';
import type { Field } from '../../model/kind';
import type { ResourceId } from '../../model/resource';
import { publishingRefusal, sharingRefusal } from '../image/share-image';
import { planMoveAddress, planMoveGateway } from '../place';
import { planJoinGroup, planLeaveGroup } from '../place/instance';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { addressRefusal } from './address';
import { checkField } from './check-field';
import { planSubnetCidr, planVpcCidr } from './cidr';
import { planEndpointProperty } from './endpoint';
import { planBalancerProperty } from './load-balancer';
import { planPeeringSide } from './peering';
import { plain } from './plain';
import { entriesOfListRefusal } from './prefix-list';
import { targetsRefusal, withNextTargets } from './target-group';
import { planVolumeProperty } from './volume';
import { entriesRefusal, groupNameRefusal } from './filters';
import { planConnectivity } from './gateways';
import { instanceRefusal, planStrategy } from './instance';
import { interfaceRefusal, notOnInterface } from './network-interface';
import { planSubnetIpv6, planVpcIpv6, withoutAuto } from './ipv6';
import { planRegionName } from './region';
import { planSecondaryCidrs } from './secondary-cidr';
import { otherVpc, planSubnetZone } from './subnet';

const MAX_NAME = 255;

/** @param value `null` takes an optional property away. */
export function planSet(situation: Situation, id: ResourceId, key: string, value: unknown): Plan {
  const { document } = situation;
  const resource = get(document, id);
  if (!resource) return refuse('NotFound', `There is no resource ${id}.`, SOURCES.errors);
  if (key === 'name') return planName(situation, resource, value);
  const descriptor = descriptorOf(resource.kind);
  const field = fieldsOf(resource.kind).find((candidate) => candidate.key === key);
  if (!descriptor || !field)
    return refuse('UnknownProperty', `A ${resource.kind} has no property "${key}".`, SOURCES.errors);
  if (field.fixed)
    return refuse(
      'InvalidParameterValue',
      `${field.label} of ${labelOf(document, id)} is set when it is created and can't change.`,
      descriptor.source,
    );
  const empty = value === null || value === undefined || value === '';
  if (empty && !field.optional)
    return refuse('MissingParameter', `${field.label} can't be empty.`, descriptor.source);
  if (empty) return planValue(situation, resource, field, null);
  const checked = checkField(document, field, withoutAuto(document, resource, key, value));
  return checked.ok
    ? planValue(situation, resource, field, checked.value)
    : refuse('InvalidParameterValue', checked.message, descriptor.source);
}

function planName({ document }: Situation, resource: Resource, value: unknown): Plan {
  const name = typeof value === 'string' ? value.trim() : '';
  if (name.length > MAX_NAME)
    return refuse(
      'InvalidParameterValue',
      `Name: ${name.length} characters are too many; allowed: ${MAX_NAME}.`,
      SOURCES.errors,
    );
  return accept(`Rename ${labelOf(document, resource.id)}`, (draft) => {
    draft.update(resource.id, { name: name === '' ? null : name });
    return resource.id;
  });
}

/** The value is well formed; whether it may be, and what it brings, depends on the kind. */
function planValue(situation: Situation, resource: Resource, field: Field, value: unknown): Plan {
  const { document } = situation;
  const { key } = field;
  switch (resource.kind) {
    case 'image': {
      const refused =
        key === 'sharedWith'
          ? sharingRefusal(situation, resource, (value ?? []) as readonly string[])
          : key === 'launchPermission' && value === 'public'
            ? publishingRefusal(situation, resource)
            : null;
      return refused ?? plain(situation, resource, field, { [key]: value });
    }
    case 'vpc':
      if (key === 'cidrBlock') return planVpcCidr(situation, resource, String(value));
      if (key === 'ipv6CidrBlock') return planVpcIpv6(situation, resource, value as string | null);
      if (key === 'secondaryCidrBlocks')
        return planSecondaryCidrs(situation, resource, (value ?? []) as readonly string[]);
      break;
    case 'subnet': {
      if (key === 'cidrBlock' && value !== null) return planSubnetCidr(situation, resource, String(value));
      if (key === 'ipv6CidrBlock') return planSubnetIpv6(situation, resource, value as string | null);
      if (key === 'availabilityZone') return planSubnetZone(situation, resource, String(value));
      const refused =
        key === 'routeTableId' || key === 'networkAclId' ? otherVpc(situation, resource, value) : null;
      if (refused) return refused;
      break;
    }
    case 'network-interface': {
      const refused = interfaceRefusal(situation, resource, key, value);
      if (refused) return refused;
      break;
    }
    case 'nat-gateway':
      if (key === 'connectivityType') return planConnectivity(situation, resource, field, value);
      if (key === 'privateIpAddress') {
        const refused = addressRefusal(situation, resource.subnetId, String(value), resource.id);
        if (refused) return refused;
      }
      break;
    case 'instance': {
      const group = getKind(document, typeof value === 'string' ? value : undefined, 'placement-group');
      if (key === 'placementGroup')
        return group ? planJoinGroup(situation, resource, group) : planLeaveGroup(situation, resource);
      const refused = instanceRefusal(situation, resource, key, value);
      if (refused) return refused;
      break;
    }
    case 'volume':
      if (key === 'size' || key === 'volumeType' || key === 'iops' || key === 'throughput')
        return planVolumeProperty(situation, resource, key, value);
      break;
    case 'elastic-ip': {
      if (key === 'networkInterfaceId') {
        const eni = getKind(document, typeof value === 'string' ? value : undefined, 'network-interface');
        return planMoveAddress(
          situation,
          resource,
          eni ? { type: 'resource', resource: eni } : { type: 'canvas' },
        );
      }
      const refused = key === 'privateIpAddress' ? notOnInterface(situation, resource, value) : null;
      if (refused) return refused;
      break;
    }
    case 'internet-gateway': {
      const vpc = getKind(document, typeof value === 'string' ? value : undefined, 'vpc');
      if (key === 'vpcId')
        return planMoveGateway(
          situation,
          resource,
          vpc ? { type: 'resource', resource: vpc } : { type: 'canvas' },
        );
      break;
    }
    case 'security-group': {
      const refused = key === 'groupName' ? groupNameRefusal(situation, resource, String(value)) : null;
      if (refused) return refused;
      break;
    }
    case 'placement-group':
      if (key === 'strategy' || key === 'partitionCount')
        return planStrategy(situation, resource, field, value);
      break;
    case 'region':
      if (key === 'regionName') return planRegionName(situation, resource, String(value));
      break;
    case 'network-acl': {
      const refused = key === 'entries' ? entriesRefusal(value) : null;
      if (refused) return refused;
      break;
    }
    case 'load-balancer':
      return planBalancerProperty(situation, resource, field, value);
    case 'vpc-endpoint':
      return planEndpointProperty(situation, resource, field, value);
    case 'target-group': {
      if (key !== 'targets') break;
      const targets = withNextTargets(document, resource, value);
      return targetsRefusal(document, resource, targets) ?? plain(situation, resource, field, { targets });
    }
    case 'vpc-peering-connection':
      if (key === 'vpcId' || key === 'peerVpcId') return planPeeringSide(situation, resource, field, value);
      break;
    case 'prefix-list': {
      const refused = key === 'entries' ? entriesOfListRefusal(value) : null;
      if (refused) return refused;
      break;
    }
    case 'egress-only-internet-gateway':
    case 'other-resource':
    case 'route-table':
    case 'zone':
    case 'internet':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
      break;
  }
  return plain(situation, resource, field, { [key]: value });
}
