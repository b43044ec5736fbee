/**
 * What describe output says of Application and Network Load Balancers, put together from six calls.
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Operations.html
 */
import { LISTENER_PROTOCOLS, type ListenerProtocol } from '../../catalog/listener-protocol';
import { ipv4 } from './cidr';
import type { Collected, Element } from './collected';
import { choice, integerIn, object, objects, text, type Foreign } from './values';

export interface ForeignListener {
  readonly protocol: ListenerProtocol;
  readonly port: number;
  /** ARNs, those of the default action first. */
  readonly targetGroupArns: readonly string[];
}

export interface ForeignTarget {
  /** Id of an instance, an address or an ARN. */
  readonly id: string;
  readonly port?: number;
}

/** `app/NAME/ID`: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
export const suffixOfBalancer = (arn: string): string => arn.slice(arn.indexOf(':loadbalancer/') + 14);

/** The load balancer's part of a listener's ARN, or of a rule's: `…:listener/app/NAME/ID/LISTENER`. */
export function listenerOfRule(ruleArn: string): string | undefined {
  const parts = ruleArn.replace(':listener-rule/', ':listener/').split('/');
  return parts.length > 2 && ruleArn.includes(':listener-rule/') ? parts.slice(0, -1).join('/') : undefined;
}

/** QUIC is UDP on the wire: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html */
const ON_THE_WIRE: Readonly<Record<string, ListenerProtocol>> = { quic: 'UDP', tcp_quic: 'TCP_UDP' };
const LOWER_PROTOCOLS = LISTENER_PROTOCOLS.map((protocol) => protocol.toLowerCase());

export function listenerProtocolOf(value: Foreign): ListenerProtocol | undefined {
  const word = choice(value, 'Protocol', [...LOWER_PROTOCOLS, ...Object.keys(ON_THE_WIRE)]);
  if (word === undefined) return undefined;
  return ON_THE_WIRE[word] ?? LISTENER_PROTOCOLS[LOWER_PROTOCOLS.indexOf(word)];
}

/** ARNs of the groups that actions forward to. */
export function forwardsOf(value: Foreign, key: string): readonly string[] {
  return objects(value, key).flatMap((action) => {
    const own = text(action, 'TargetGroupArn');
    const weighted = objects(object(action, 'ForwardConfig'), 'TargetGroups').flatMap(
      (group) => text(group, 'TargetGroupArn') ?? [],
    );
    return [...(own === undefined ? [] : [own]), ...weighted];
  });
}

/** Registered targets, without those being deregistered. */
export function targetsOf(group: Element): readonly ForeignTarget[] {
  return healthOf(group).flatMap((description) => {
    const target = object(description, 'Target');
    const id = text(target, 'Id');
    if (id === undefined || stateOf(description) === 'draining') return [];
    const port = integerIn(target, 'Port', 1, 65535);
    return [port === undefined ? { id } : { id, port }];
  });
}

export const healthOf = (group: Element): readonly Foreign[] =>
  objects(group.value, 'TargetHealthDescriptions');

export const stateOf = (description: Foreign): string =>
  (text(object(description, 'TargetHealth'), 'State') ?? 'unknown').toLowerCase().slice(0, 32);

/** Does the document have what a target names? `false`: the input does not hold it. */
export function isHeldTarget({ lists }: Pick<Collected, 'lists'>, group: Element, id: string): boolean {
  return text(group.value, 'TargetType')?.toLowerCase() === 'ip'
    ? ipv4(id) !== undefined
    : lists.Instances.has(id);
}

/** Value of an attribute; all values are texts. */
export function attributeOf({ value }: Element, key: string): boolean | undefined {
  const found = objects(value, 'Attributes').find((attribute) => text(attribute, 'Key') === key);
  const word = found && text(found, 'Value')?.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}
