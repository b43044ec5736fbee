/** Which load balancer or endpoint an interface is a node of: the endpoint names it, or its description the load balancer. */
import type { ResourceId } from '../../model/resource';
import { suffixOfBalancer } from './balancer-facts';
import { endpointTypeOf } from './connection-facts';
import type { Element } from './collected';
import type { Translation } from './translation';
import { text, texts } from './values';

export class Nodes {
  readonly #byDescription = new Map<string, ResourceId>();
  readonly #byInterface = new Map<string, ResourceId>();

  constructor({ input: { lists }, ids }: Pick<Translation, 'input' | 'ids'>) {
    for (const arn of lists.LoadBalancers.keys()) {
      const id = ids.of('load-balancer', arn);
      if (id !== undefined) this.#byDescription.set(`ELB ${suffixOfBalancer(arn)}`, id);
    }
    for (const endpoint of lists.VpcEndpoints.values()) {
      const id = ids.of('vpc-endpoint', endpoint.id);
      if (id === undefined || endpointTypeOf(endpoint.value) !== 'Interface') continue;
      for (const eni of texts(endpoint.value, 'NetworkInterfaceIds')) this.#byInterface.set(eni, id);
    }
  }

  /** AWS writes the load balancer into the description: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html */
  ownerOf({ id, value }: Element): ResourceId | undefined {
    const description = text(value, 'Description');
    const balancer = description?.startsWith('ELB ') ? this.#byDescription.get(description) : undefined;
    return balancer ?? this.#byInterface.get(id);
  }
}
