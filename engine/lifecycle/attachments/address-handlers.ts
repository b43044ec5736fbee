/**
 * Elastic IPs and secondary private addresses that change places.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
import type { Handler, Handlers, Out } from '../../kernel/simulation';
import { setPublic, takesNewPublicIp } from '../addresses';
import type { LifecycleCells, LifecycleFields } from '../machine';
import type { Refusal } from '../refusal';
import {
  associationFor,
  disassociateRefusal,
  moveFor,
  noAllocation,
  type Association,
} from './address-checks';
import { noInterface } from './interface-checks';
import { elasticIpsNow, holderOf, privateIpOf, secondaryIpsNow } from './present';
import type { AttachmentWorld, ElasticAddress } from './world';

type Writer = Out<LifecycleFields>;

export function addressHandlers(world: AttachmentWorld): Handlers<LifecycleFields> {
  const refuse = (call: string, refusal: Refusal, out: Writer): void =>
    out.note('attachment-refused', { call, ...refusal });

  const associate: Handler<LifecycleFields> = (event, { cells }, out) => {
    const call = 'associate-address';
    const elastic = world.elasticIpOf(event.subject);
    const request = world.attachmentRequest(event.payload);
    if (!elastic || !request) return refuse(call, noAllocation(''), out);
    const answer = associationFor(elastic, request, cells, world);
    if ('refusal' in answer) return refuse(call, answer.refusal, out);
    const { eni, privateIp } = answer.value;
    // The one that stands for this private address gives way; it stays in the account.
    for (const subject of elasticIpsNow(eni, cells)) {
      const other = world.elasticIpOf(subject);
      if (other && subject !== elastic.subject && privateIpOf(other, eni, cells) === privateIp)
        lift(other, false, world, cells, out);
    }
    lift(elastic, true, world, cells, out, eni.subject);
    lay(elastic, answer.value, world, cells, out);
    out.note('address-associated', { publicIp: elastic.publicIp, to: eni.id, privateIp });
  };

  const disassociate: Handler<LifecycleFields> = (event, { cells }, out) => {
    const call = 'disassociate-address';
    const elastic = world.elasticIpOf(event.subject);
    if (!elastic) return refuse(call, noAllocation(''), out);
    const refused = disassociateRefusal(elastic, cells, world);
    if (refused) return refuse(call, refused, out);
    const renewed = lift(elastic, true, world, cells, out);
    out.note('address-disassociated', { publicIp: elastic.publicIp, renewed });
  };

  const move: Handler<LifecycleFields> = (event, { cells }, out) => {
    const call = 'move-private-address';
    const eni = world.interfaceOf(event.subject);
    const request = world.attachmentRequest(event.payload);
    if (!eni || !request) return refuse(call, noInterface(''), out);
    const answer = moveFor(eni, request, cells, world);
    if ('refusal' in answer) return refuse(call, answer.refusal, out);
    const { from, to, privateIp } = answer.value;
    const left = secondaryIpsNow(from, cells).filter((address) => address !== privateIp);
    out.set(from.subject, 'secondaryIps', left);
    out.set(to.subject, 'secondaryIps', [...secondaryIpsNow(to, cells), privateIp]);
    // An Elastic IP goes with its private address.
    for (const subject of elasticIpsNow(from, cells)) {
      const elastic = world.elasticIpOf(subject);
      if (!elastic || privateIpOf(elastic, from, cells) !== privateIp) continue;
      lift(elastic, false, world, cells, out);
      lay(elastic, { eni: to, privateIp }, world, cells, out);
    }
    out.note('private-address-moved', { privateIp, from: from.id, to: to.id });
  };

  return {
    'associate-address': [associate],
    'disassociate-address': [disassociate],
    'move-private-address': [move],
  };
}

/** Puts a free Elastic IP on a private address; an auto-assigned one there goes back to Amazon at once. */
function lay(
  elastic: ElasticAddress,
  { eni, privateIp }: Association,
  world: AttachmentWorld,
  cells: LifecycleCells,
  out: Writer,
): void {
  out.set(elastic.subject, 'attachedTo', eni.resource);
  out.set(elastic.subject, 'privateIp', privateIp);
  out.set(eni.subject, 'elasticIps', [...elasticIpsNow(eni, cells), elastic.subject]);
  if (privateIp !== eni.privateIp) return;
  out.set(eni.subject, 'elasticIp', elastic.publicIp);
  setPublic(holderOf(eni, cells, world), eni, elastic.publicIp, 'elastic', out);
}

/**
 * Takes an Elastic IP off where it is.
 * @param renew where the rules give one, a new auto-assigned address takes its place
 * @param staysOn subject of the interface on which it is laid down again: nothing is assigned there meanwhile
 * @returns the auto-assigned address that takes its place
 */
function lift(
  elastic: ElasticAddress,
  renew: boolean,
  world: AttachmentWorld,
  cells: LifecycleCells,
  out: Writer,
  staysOn?: number,
): string | undefined {
  const holder = cells.get(elastic.subject, 'attachedTo');
  const eni = holder ? world.interfaceOf(world.subjectOf(holder)) : undefined;
  if (!eni) return undefined;
  const privateIp = privateIpOf(elastic, eni, cells);
  out.set(elastic.subject, 'attachedTo', null);
  out.set(elastic.subject, 'privateIp', null);
  out.set(
    eni.subject,
    'elasticIps',
    elasticIpsNow(eni, cells).filter((subject) => subject !== elastic.subject),
  );
  if (privateIp !== eni.privateIp) return undefined;
  const machine = holderOf(eni, cells, world);
  out.set(eni.subject, 'elasticIp', null);
  setPublic(machine, eni, null, null, out);
  if (!renew || eni.subject === staysOn || !machine || cells.get(machine.subject, 'state') !== 'running')
    return undefined;
  return takesNewPublicIp(machine, eni, cells, world, out);
}
