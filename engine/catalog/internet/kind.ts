import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase } from '../../model/resource';

/** The Internet as a thing on the canvas to send from and to. */
export interface Internet extends ResourceBase {
  readonly kind: 'internet';
  /** The address of the one client that packets are drawn from. */
  readonly clientAddress: string;
}

export const internet: KindDescriptor<Internet> = {
  kind: 'internet',
  label: 'Internet',
  plural: 'Internet',
  idPrefix: 'internet',
  cloudFormationType: null,
  category: 'world',
  appearance: 'world',
  summary: 'Everybody outside. Send packets from it or to it.',
  roles: ['endpoint'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
};
