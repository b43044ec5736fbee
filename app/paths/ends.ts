/** Ends of a path between what people read and what the engine is asked. */
import { allOf, labelOf, type LiveState, type Scenario } from '../../engine';

const INTERNET = 'internet';
/** More entries than this help nobody choose: names are typed then. */
const MOST = 400;

/** What is offered as an end, in the words of `textOfEnd`; DNS names and addresses only as a destination. */
export function endsOf(document: Scenario, live: LiveState, end: 'from' | 'to'): readonly string[] {
  const things = [
    ...allOf(document, 'load-balancer'),
    ...allOf(document, 'vpc-endpoint'),
    ...allOf(document, 'instance'),
    ...allOf(document, 'network-interface').filter(
      (eni) => eni.managedBy === undefined && eni.attachment?.deviceIndex !== 0,
    ),
    ...allOf(document, 'nat-gateway'),
  ];
  const namesakes = new Map<string, number>();
  for (const id of Object.keys(document.resources)) {
    const label = labelOf(document, id);
    namesakes.set(label, (namesakes.get(label) ?? 0) + 1);
  }
  const texts = new Set([INTERNET]);
  for (const { id } of things.slice(0, MOST)) {
    const label = labelOf(document, id);
    texts.add(namesakes.get(label) === 1 ? label : id);
  }
  if (end === 'to') {
    for (const name of namesOf(document, live)) texts.add(name);
    for (const address of allOf(document, 'elastic-ip')) texts.add(address.publicIp);
  }
  return [...texts].slice(0, MOST);
}

function* namesOf(document: Scenario, live: LiveState): Generator<string> {
  for (const { dnsName } of allOf(document, 'load-balancer')) if (dnsName !== undefined) yield dnsName;
  for (const { serviceName } of allOf(document, 'vpc-endpoint')) {
    const [, region, service] = /^com\.amazonaws\.([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(serviceName) ?? [];
    if (region !== undefined) yield `${service}.${region}.amazonaws.com`;
  }
  for (const { id } of allOf(document, 'instance')) {
    const { publicDnsName, privateDnsName } = live[id] ?? {};
    if (publicDnsName) yield publicDnsName;
    if (privateDnsName) yield privateDnsName;
  }
}

/** An id as people read it; the internet's client keeps its word. */
export function textOfEnd(document: Scenario, end: string): string {
  const resource = document.resources[end];
  if (resource?.kind === 'internet') return `${INTERNET}:${resource.clientAddress}`;
  if (!resource) return end;
  const label = labelOf(document, end);
  // Two things of one name are told apart by their ids.
  return idsOf(document, label).length > 1 ? end : label;
}

/** Text to what the engine is asked: a name that is one thing's becomes its id, so that renaming keeps the question. */
export function endOfText(document: Scenario, text: string): string {
  if (Object.hasOwn(document.resources, text)) return text;
  const named = idsOf(document, text);
  return named.length === 1 && named[0] !== undefined ? named[0] : text;
}

const idsOf = (document: Scenario, label: string): readonly string[] =>
  Object.keys(document.resources).filter((id) => labelOf(document, id) === label);
