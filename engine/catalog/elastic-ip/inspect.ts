import type { DerivedFacts } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, labelOf } from '../lookup';

export function inspectElasticIp(document: Scenario, address: ResourceOf<'elastic-ip'>): DerivedFacts {
  const nat = allOf(document, 'nat-gateway').find((candidate) => candidate.allocationId === address.id);
  const eni = getKind(document, address.networkInterfaceId, 'network-interface');
  const holder = nat?.id ?? eni?.attachment?.instanceId ?? eni?.id;
  return {
    facts: [
      {
        label: 'Used by',
        value: holder ? labelOf(document, holder) : 'nobody',
        ...(holder ? {} : { note: 'billed all the same' }),
      },
      ...(eni
        ? [{ label: 'Private', value: address.privateIpAddress ?? eni.privateIpAddress ?? 'none' }]
        : []),
      { label: 'Survives', value: 'stop, start, terminate', note: 'yours until you release it' },
    ],
    tables: [],
  };
}
