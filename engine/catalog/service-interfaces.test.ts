import { describe, expect, it } from 'vitest';
import { emptyScenario } from '../persistence/empty';
import type { ResourceOf, Scenario } from './descriptors';
import { serviceUsing } from './lookup';

const eni = (more: Partial<ResourceOf<'network-interface'>>): ResourceOf<'network-interface'> => ({
  id: 'eni-1',
  kind: 'network-interface',
  subnetId: 'subnet-1',
  groupSet: [],
  sourceDestCheck: true,
  ...more,
});

describe('the service that uses an interface', () => {
  const inUse: Scenario = { ...emptyScenario(), observed: { 'eni-1': { state: 'in-use' } } };

  it('is named after the kind AWS gives its interface', () => {
    expect(serviceUsing(inUse, eni({ interfaceType: 'transit_gateway' }))).toBe('transit gateway');
  });

  it('is some AWS service where an import saw an interface in use and no instance', () => {
    expect(serviceUsing(inUse, eni({}))).toBe('an AWS service');
  });

  it('is none for an interface of an instance, or one that nothing uses', () => {
    const attachment = { instanceId: 'i-1', deviceIndex: 0, deleteOnTermination: true };
    expect(serviceUsing(inUse, eni({ attachment }))).toBeNull();
    expect(serviceUsing(emptyScenario(), eni({}))).toBeNull();
  });
});
