/** Random edits of a random network, from the small ones of every day to those that nobody means. */
import fc from 'fast-check';
import type { Resource, ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, get, sorted } from '../catalog/lookup';

type Edit = (document: Scenario, other: Scenario) => Scenario;
type Eni = ResourceOf<'network-interface'>;

const put = (document: Scenario, ...resources: readonly Resource[]): Scenario => ({
  ...document,
  resources: {
    ...document.resources,
    ...Object.fromEntries(resources.map((resource) => [resource.id, resource])),
  },
});

function without(document: Scenario, id: string): Scenario {
  const { [id]: _removed, ...resources } = document.resources;
  return { ...document, resources };
}

/** One of these, by lot. */
const oneOf = <T>(list: readonly T[], lot: number): T | undefined => list[lot % Math.max(1, list.length)];

/** What the other network has under the same id comes, also nothing. */
const taken =
  (lot: number): Edit =>
  (document, other) => {
    const id = oneOf(
      [...new Set([...Object.keys(document.resources), ...Object.keys(other.resources)])],
      lot,
    );
    if (id === undefined) return document;
    const resource = get(other, id);
    return resource ? put(document, resource) : without(document, id);
  };

const ofKind =
  (kind: 'security-group' | 'network-acl' | 'route-table', lot: number): Edit =>
  (document, other) => {
    const own = oneOf(allOf(document, kind), lot);
    const resource = own && get(other, own.id);
    return resource ? put(document, resource) : document;
  };

const removed =
  (lot: number): Edit =>
  (document) =>
    without(document, oneOf(sorted(document), lot)?.id ?? '');

const renamed =
  (lot: number): Edit =>
  (document) => {
    const resource = oneOf(sorted(document), lot);
    return resource ? put(document, { ...resource, name: `name ${lot % 3}` }) : document;
  };

/** Like one that is there; often with an address that is taken, which the first one by id then has. */
const machine =
  (lot: number): Edit =>
  (document) => {
    const like = oneOf(allOf(document, 'network-interface'), lot);
    if (!like) return document;
    const id = `a-${lot % 5}`;
    const eni: Eni = {
      ...like,
      id: `eni-${id}`,
      attachment: { instanceId: id, deviceIndex: 0, deleteOnTermination: true },
      privateIpAddress:
        lot % 4 === 0 ? (like.privateIpAddress ?? '10.0.0.77') : `10.0.${lot % 2}.${70 + (lot % 9)}`,
    };
    return put(document, { id, kind: 'instance', instanceType: 't3.micro' }, eni);
  };

const changed =
  (lot: number): Edit =>
  (document) => {
    const eni = oneOf(allOf(document, 'network-interface'), lot);
    const host = oneOf(allOf(document, 'instance'), lot);
    const groups = allOf(document, 'security-group').map(({ id }) => id);
    switch (lot % 5) {
      case 0:
        return eni ? put(document, { ...eni, groupSet: groups.slice(0, lot % 3) }) : document;
      case 1:
        return eni ? put(document, { ...eni, sourceDestCheck: !eni.sourceDestCheck }) : document;
      case 2:
        return host ? put(document, { ...host, services: [{ protocol: 'tcp', port: 80 }] }) : document;
      case 3:
        return host ? put(document, { ...host, policyRouting: !(host.policyRouting ?? false) }) : document;
      default:
        return eni && host ? put(document, attachedTo(eni, host.id)) : document;
    }
  };

const attachedTo = (eni: Eni, instanceId: string): Eni => ({
  ...eni,
  attachment: { instanceId, deviceIndex: 1, deleteOnTermination: false },
});

const EDITS: readonly ((lot: number) => Edit)[] = [
  taken,
  taken,
  (lot) => ofKind('security-group', lot),
  (lot) => ofKind('network-acl', lot),
  (lot) => ofKind('route-table', lot),
  removed,
  renamed,
  machine,
  machine,
  changed,
  changed,
];

/** Each takes the second network for what it puts into the first. */
export const arbitraryEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc
    .tuple(fc.nat({ max: EDITS.length - 1 }), fc.nat({ max: 10_000 }))
    .map(([kind, lot]): Edit => EDITS[kind]?.(lot) ?? ((document) => document)),
  { minLength: 1, maxLength: 8 },
);
