import { parseIpv4 } from '../../model/ip/ipv4';
import { IdSequence } from '../../model/ids';
import type { AddressPart } from '../../network/parts';
import type { Scenario, ScenarioChange, ScenarioChangeSet, ScenarioView } from '../descriptors';
import { allOf, get, getKind, labelOf } from '../lookup';
import { autoAssignedAddress } from '../public-address';
import type { ElasticIp } from './kind';
import { elasticIpPlace } from './present';

export function describeAddress(
  view: ScenarioView,
  natAllocations: ReadonlySet<string>,
  elastic: ElasticIp,
): AddressPart[] {
  const address = parseIpv4(elastic.publicIp);
  if (address === null) return [];
  return [
    {
      id: elastic.id,
      address,
      idle: elasticIpPlace(view, elastic).holder === undefined && !natAllocations.has(elastic.id),
    },
  ];
}

/** Associates an Elastic IP that is free, or a new one; `null` if the interface is gone. */
export function giveElasticIp(
  document: Scenario,
  interfaceId: string,
  privateAddress: string,
): ScenarioChangeSet | null {
  const eni = getKind(document, interfaceId, 'network-interface');
  const subnet = getKind(document, eni?.subnetId, 'subnet');
  const vpc = getKind(document, subnet?.vpcId, 'vpc');
  if (!eni || !vpc) return null;
  const name = labelOf(document, eni.attachment?.instanceId ?? interfaceId);
  const place = privateAddress === eni.privateIpAddress ? {} : { privateIpAddress: privateAddress };
  const used = new Set(allOf(document, 'nat-gateway').map((nat) => nat.allocationId));
  const free = allOf(document, 'elastic-ip').find(
    (elastic) =>
      elastic.networkInterfaceId === undefined && elastic.region === vpc.region && !used.has(elastic.id),
  );
  if (free) {
    const changes: ScenarioChange[] = [
      {
        type: 'update',
        id: free.id,
        set: { networkInterfaceId: interfaceId, privateIpAddress: null, ...place },
      },
    ];
    return { label: `Associate ${free.publicIp} with ${name}`, changes };
  }
  const id = new IdSequence(document).next('eip');
  if (get(document, id)) return null;
  const resource: ElasticIp = {
    id,
    kind: 'elastic-ip',
    region: vpc.region,
    publicIp: autoAssignedAddress(document, id, 0),
    networkInterfaceId: interfaceId,
    ...place,
  };
  return { label: `Give ${name} an Elastic IP`, changes: [{ type: 'add', resource }] };
}

/** Takes an Elastic IP off what it is associated with; it is kept. `null` for an address that is no associated Elastic IP. */
export function takeElasticIp(document: Scenario, publicIp: string): ScenarioChangeSet | null {
  const elastic = allOf(document, 'elastic-ip').find((one) => one.publicIp === publicIp);
  if (elastic?.networkInterfaceId === undefined) return null;
  const eni = getKind(document, elastic.networkInterfaceId, 'network-interface');
  const name = labelOf(document, eni?.attachment?.instanceId ?? elastic.networkInterfaceId);
  return {
    label: `Take the Elastic IP ${publicIp} off ${name}`,
    changes: [{ type: 'update', id: elastic.id, set: { networkInterfaceId: null, privateIpAddress: null } }],
  };
}
