/** What attaching and associating has to know of interfaces, Elastic IPs and requests. */
import type { ResourceId } from '../../model/resource';
import type { Machine, MachineInterface, LifecycleWorld } from '../machine';

/** An interface with all that decides where it may go. */
export interface Eni extends MachineInterface {
  /** Its id in the document. */
  readonly resource: ResourceId;
  /** Subject of its Availability Zone. */
  readonly zone: number;
  readonly subnet: ResourceId;
  readonly region: ResourceId | undefined;
  /** The id by which EC2's messages name its VPC. */
  readonly vpcId: string;
  /** Its VPC has an internet gateway. */
  readonly hasGateway: boolean;
  /** Secondary private IPv4 addresses, as drawn. */
  readonly secondaryIps: readonly string[];
  /** A service owns it: a load balancer, an endpoint, a NAT gateway … */
  readonly managed: boolean;
}

export interface ElasticAddress {
  readonly subject: number;
  readonly resource: ResourceId;
  readonly id: string;
  readonly region: ResourceId;
  readonly publicIp: string;
  /** The private address it stands for, as drawn; absent: the primary one. */
  readonly privateIp?: string;
}

/** What the nth action of a script names besides its target. */
export interface AttachmentRequest {
  /** -1: nothing of this design. */
  readonly to: number;
  /** As the request names it. */
  readonly toId: string;
  readonly deviceIndex?: number;
  readonly privateIp?: string;
  readonly allowReassociation?: boolean;
  readonly allowReassignment?: boolean;
  readonly sourceDestCheck?: boolean;
}

export interface AttachmentWorld extends Pick<LifecycleWorld, 'machineOf'> {
  readonly interfaceOf: (subject: number) => Eni | undefined;
  readonly elasticIpOf: (subject: number) => ElasticAddress | undefined;
  readonly subjectOf: (id: ResourceId) => number;
  readonly attachmentRequest: (action: number) => AttachmentRequest | undefined;
}

export type InterfacesOf = Pick<LifecycleWorld, 'interfaceOf'>;

/** The interface through which an instance was launched: it can't be detached. */
export const isPrimary = (machine: Machine, eni: MachineInterface): boolean =>
  machine.interfaces[0]?.subject === eni.subject && eni.deviceIndex === 0;
