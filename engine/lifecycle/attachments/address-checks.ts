/**
 * What EC2 refuses of Elastic IPs and secondary private addresses.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateIpAddresses.html
 */
import type { LifecycleCells } from '../machine';
import type { Refusal } from '../refusal';
import { isThere, noInstance, noInterface } from './interface-checks';
import { holderOf, interfacesNow, secondaryIpsNow } from './present';
import type { AttachmentRequest, AttachmentWorld, ElasticAddress, Eni } from './world';

export type Answer<T> = { readonly refusal: Refusal } | { readonly value: T };

const no = (code: string, message: string): { readonly refusal: Refusal } => ({ refusal: { code, message } });

const NOT_YOURS = no('AuthFailure', 'You do not have permission to access the specified resource.');

export const noAllocation = (id: string): Refusal => ({
  code: 'InvalidAllocationID.NotFound',
  message: `The allocation ID '${id}' does not exist.`,
});

export interface Association {
  readonly eni: Eni;
  readonly privateIp: string;
}

/** Where an Elastic IP would go, or why it can't. */
export function associationFor(
  elastic: ElasticAddress,
  request: AttachmentRequest,
  cells: LifecycleCells,
  world: AttachmentWorld,
): Answer<Association> {
  const found = interfaceFor(request, cells, world);
  if ('refusal' in found) return found;
  const eni = found.value;
  if (isServices(elastic, cells, world) || eni.managed) return NOT_YOURS;
  if (eni.region !== elastic.region) return { refusal: noAllocation(elastic.id) };
  if (!eni.hasGateway)
    return no(
      'Gateway.NotAttached',
      `Network ${eni.vpcId} is not attached to any internet gateway. Attach one to the VPC first.`,
    );
  const privateIp = request.privateIp ?? eni.privateIp;
  if (
    privateIp === undefined ||
    (privateIp !== eni.privateIp && !secondaryIpsNow(eni, cells).includes(privateIp))
  )
    return no(
      'InvalidParameterValue',
      `The private IP address ${privateIp ?? '(none)'} is not one of network interface ${eni.id}.`,
    );
  if (request.allowReassociation === false && cells.get(elastic.subject, 'attachedTo'))
    return no(
      'Resource.AlreadyAssociated',
      `Resource ${elastic.id} is already associated, and reassociation is not allowed by the request.`,
    );
  return { value: { eni, privateIp } };
}

/** An instance stands for its interface as long as it has just one. */
function interfaceFor(
  request: AttachmentRequest,
  cells: LifecycleCells,
  world: AttachmentWorld,
): Answer<Eni> {
  const eni = world.interfaceOf(request.to);
  if (eni) return isThere(eni, cells) ? { value: eni } : { refusal: noInterface(eni.id) };
  const machine = world.machineOf(request.to);
  const state = machine && cells.get(machine.subject, 'state');
  if (!machine || state === undefined || state === 'not-launched')
    return { refusal: noInstance(request.toId) };
  if (state !== 'running' && state !== 'stopped')
    return no(
      'InvalidInstanceID',
      `The ${state} instance '${machine.id}' is not in a valid state for this operation.`,
    );
  const interfaces = interfacesNow(machine, cells, world);
  const only = interfaces[0] && world.interfaceOf(interfaces[0].subject);
  if (!only) return { refusal: noInterface(request.toId) };
  if (interfaces.length > 1)
    return no(
      'InvalidInstanceID',
      `There are multiple interfaces attached to instance '${machine.id}'. Please specify an interface ID for the operation instead.`,
    );
  return { value: only };
}

/** A NAT gateway's or a load balancer's address can't be taken from it. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
function isServices(elastic: ElasticAddress, cells: LifecycleCells, world: AttachmentWorld): boolean {
  const holder = cells.get(elastic.subject, 'attachedTo');
  return Boolean(holder) && world.interfaceOf(world.subjectOf(holder ?? ''))?.managed !== false;
}

export function disassociateRefusal(
  elastic: ElasticAddress,
  cells: LifecycleCells,
  world: AttachmentWorld,
): Refusal | undefined {
  if (!cells.get(elastic.subject, 'attachedTo'))
    return {
      code: 'InvalidAssociationID.NotFound',
      message: `The Elastic IP ${elastic.publicIp} is not associated with anything.`,
    };
  return isServices(elastic, cells, world) ? NOT_YOURS.refusal : undefined;
}

export interface Move {
  readonly from: Eni;
  readonly to: Eni;
  readonly privateIp: string;
}

/** A secondary address stays in its subnet; the primary one is its interface's for life. */
export function moveFor(
  from: Eni,
  request: AttachmentRequest,
  cells: LifecycleCells,
  world: AttachmentWorld,
): Answer<Move> {
  const to = world.interfaceOf(request.to);
  if (!to || !isThere(to, cells)) return { refusal: noInterface(request.toId) };
  if (!isThere(from, cells)) return { refusal: noInterface(from.id) };
  if (from.managed || to.managed) return NOT_YOURS;
  const secondary = secondaryIpsNow(from, cells);
  const privateIp = request.privateIp ?? (secondary.length === 1 ? secondary[0] : undefined);
  if (privateIp === undefined)
    return no(
      'InvalidParameterValue',
      secondary.length === 0
        ? `Network interface ${from.id} has no secondary private address.`
        : `Network interface ${from.id} has ${secondary.length} secondary addresses: name the one that moves.`,
    );
  if (!secondary.includes(privateIp))
    return no(
      'InvalidParameterValue',
      privateIp === from.privateIp
        ? `${privateIp} is the primary address of ${from.id}, which can't move.`
        : `${privateIp} is not an address of ${from.id}.`,
    );
  if (to.subnet !== from.subnet)
    return no(
      'InvalidParameterValue',
      `Address ${privateIp} does not fall within the subnet's address range.`,
    );
  if (from.subject === to.subject || request.allowReassignment !== true)
    return no(
      'InvalidParameterValue',
      `[${privateIp}] already assigned, but move is not allowed. Allow reassignment in the request.`,
    );
  const limits = holderOf(to, cells, world)?.limits;
  if (limits && secondaryIpsNow(to, cells).length + 2 > limits.addresses)
    return no(
      'PrivateIpAddressLimitExceeded',
      `Number of private addresses will exceed limit: ${limits.addresses} on an interface of ${limits.instanceType}.`,
    );
  return { value: { from, to, privateIp } };
}
