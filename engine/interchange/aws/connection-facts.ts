/** Where gateways, endpoints and peerings say what they are, which VPC they are attached to and in which state. */
import { choice, has, object, objects, text, type Foreign } from './values';

const DETACHED = ['detached', 'detaching'];

/** Id of the VPC that a gateway is attached to. */
export function attachedVpcOf(value: Foreign): string | undefined {
  const attachment = objects(value, 'Attachments').find(
    (candidate) => !DETACHED.includes(text(candidate, 'State')?.toLowerCase() ?? ''),
  );
  return attachment && text(attachment, 'VpcId');
}

/** Ids of the VPCs that a peering connection joins. */
export const peeredVpcsOf = (value: Foreign): readonly string[] =>
  ['RequesterVpcInfo', 'AccepterVpcInfo'].flatMap((side) =>
    has(value, side) ? (text(object(value, side), 'VpcId') ?? []) : [],
  );

const STATE_KEYS = [
  'State',
  'directConnectGatewayState',
  'virtualInterfaceState',
  'connectionState',
] as const;

/** In AWS's words; some say it in an object. */
export const otherStateOf = (value: Foreign): string | undefined =>
  (
    text(object(value, 'State'), 'Code') ?? STATE_KEYS.flatMap((key) => text(value, key) ?? [])[0]
  )?.toLowerCase();

/** The VPC it is attached to: said in a different place by each call. */
export function vpcOfOther(value: Foreign): string | undefined {
  const own = text(value, 'VpcId') ?? text(value, 'VPCId') ?? attachedVpcOf(value);
  if (own !== undefined) return own;
  if (text(value, 'ResourceType') === 'vpc') return text(value, 'ResourceId');
  const arn = text(value, 'ResourceArn');
  if (arn?.includes(':vpc/')) return arn.slice(arn.lastIndexOf('/') + 1);
  const attachment = objects(value, 'VpcAttachments').find(
    (candidate) => !DETACHED.includes(text(candidate, 'State')?.toLowerCase() ?? ''),
  );
  return attachment && text(attachment, 'VpcId');
}

const TYPES = {
  gateway: 'Gateway',
  interface: 'Interface',
  gatewayloadbalancer: 'GatewayLoadBalancer',
} as const;
type LowerType = keyof typeof TYPES;
const LOWER_TYPES = Object.keys(TYPES) as readonly LowerType[];

/** Absent for a type that the document does not have (`Resource`, `ServiceNetwork`). */
export function endpointTypeOf(value: Foreign): (typeof TYPES)[LowerType] | undefined {
  // Answers of before 2017 name no type: those were all gateways.
  if (text(value, 'VpcEndpointType') === undefined) return 'Gateway';
  const type = choice(value, 'VpcEndpointType', LOWER_TYPES);
  return type && TYPES[type];
}
