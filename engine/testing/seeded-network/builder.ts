/** What is built so far, the next id of each kind, and the stream that decides. */
import type { Resource, ResourceOf } from '../../catalog/descriptors';
import type { ResourceId } from '../../model/resource';

export const EVERYWHERE = '0.0.0.0/0';
/** Where the company's people sit; RFC 5737. */
export const OFFICE = '198.51.100.0/24';
export const ZONES = ['az-1', 'az-2', 'az-3'] as const;

export type GroupRule = ResourceOf<'security-group'>['securityGroupIngress'][number];

/** A whole number from `from` to `to`, both included. */
export type Choose = (from: number, to: number) => number;

export class Builder {
  readonly resources: Resource[] = [];
  readonly choose: Choose;
  readonly #counts = new Map<string, number>();

  constructor(choose: Choose) {
    this.choose = choose;
  }

  add(resource: Resource): void {
    this.resources.push(resource);
  }

  /** `next('sg')`: `sg-1`, `sg-2` … */
  next(prefix: string): ResourceId {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    return `${prefix}-${count}`;
  }

  oneOf<T>(list: readonly T[]): T {
    const item = list[this.choose(0, list.length - 1)];
    if (item === undefined) throw new RangeError('There is nothing to choose from.');
    return item;
  }

  addGroup(
    vpcId: ResourceId,
    name: string,
    inbound: readonly GroupRule[],
    outbound: readonly GroupRule[],
    id = this.next('sg'),
  ): ResourceId {
    this.add({
      id,
      kind: 'security-group',
      name,
      vpcId,
      groupName: name,
      groupDescription: name === 'default' ? 'default VPC security group' : `What ${name} lets pass`,
      securityGroupIngress: inbound,
      securityGroupEgress: outbound,
    });
    return id;
  }
}
