import { describe, expect, it } from 'vitest';
import { allOf, applyChanges, fit, type Drawing, type Resource, type Scenario } from '../../../engine';
import { arrangeAll } from '../../../engine/drawing';
import { networkOf, withResources } from '../../../engine/testing/network';
import { seededNetwork } from '../../../engine/testing/seeded-network/seeded-network';
import { anchorsOf } from '../packet/anchors';
import { attachmentsOf, membersOf, peeringsOf, routesOf, type Line } from '../projection/lines';
import { crossingsOf } from './measure';
import { clearWay } from './way';

function tidy(document: Scenario): Scenario {
  const applied = applyChanges(document, arrangeAll(document));
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
}

/** Further interfaces in the subnet of another tier, target groups, balancers and peerings between all neighbours. */
function woven(vpcs: number, instancesPerSubnet: number): Scenario {
  const shape = {
    vpcs,
    zones: 2,
    tiers: ['public', 'app', 'db'],
    instancesPerSubnet,
    secondInterfaces: true,
  };
  const document = networkOf(shape);
  const further: Resource[] = [];
  const subnets = allOf(document, 'subnet');
  allOf(document, 'instance').forEach((_, index) => {
    const eni = document.resources[`eni-second-${index + 1}`];
    const home =
      eni?.kind === 'network-interface' ? subnets.find(({ id }) => id === eni.subnetId) : undefined;
    const other = subnets.find(
      ({ availabilityZone, vpcId, id }) =>
        availabilityZone === home?.availabilityZone && vpcId === home.vpcId && id !== home.id,
    );
    if (eni?.kind === 'network-interface' && other && index % 2 === 0)
      further.push({ ...eni, subnetId: other.id });
  });
  for (let vpc = 1; vpc <= vpcs; vpc++) {
    const members = subnets.filter((subnet) => subnet.vpcId === `vpc-${vpc}`);
    further.push({
      id: `tg-${vpc}`,
      kind: 'target-group',
      name: `tg-${vpc}`,
      vpcId: `vpc-${vpc}`,
      protocol: 'TCP',
      port: 80,
      targetType: 'instance',
      targets: allOf(document, 'instance')
        .filter(({ id }) => members.some((subnet) => subnetOf(document, id) === subnet.id))
        .map(({ id }) => ({ instanceId: id })),
    } as unknown as Resource);
    further.push({
      id: `lb-${vpc}`,
      kind: 'load-balancer',
      name: `lb-${vpc}`,
      vpcId: `vpc-${vpc}`,
    } as unknown as Resource);
    members.slice(0, 2).forEach((subnet, index) =>
      further.push({
        id: `eni-lb-${vpc}-${index}`,
        kind: 'network-interface',
        subnetId: subnet.id,
        privateIpAddress: '10.0.0.200',
        groupSet: [],
        sourceDestCheck: true,
        managedBy: `lb-${vpc}`,
      }),
    );
    for (let other = vpc + 1; other <= Math.min(vpcs, vpc + 2); other++)
      further.push({
        id: `pcx-${vpc}-${other}`,
        kind: 'vpc-peering-connection',
        vpcId: `vpc-${vpc}`,
        peerVpcId: `vpc-${other}`,
      } as unknown as Resource);
  }
  return tidy(withResources(document, further));
}

const subnetOf = (document: Scenario, instance: string): string | undefined =>
  allOf(document, 'network-interface').find(
    ({ attachment }) => attachment?.instanceId === instance && attachment.deviceIndex === 0,
  )?.subnetId;

const linesOf = (document: Scenario, drawing: Drawing): readonly Line[] => [
  ...attachmentsOf(document, drawing),
  ...Object.keys(document.resources).flatMap((id) => [
    ...peeringsOf(document, drawing, id),
    ...membersOf(document, drawing, id),
    ...routesOf(document, drawing, id),
  ]),
];

const DOCUMENTS = [
  ['one VPC', woven(1, 3)],
  ['three VPCs, full subnets', woven(3, 7)],
  ['seven VPCs', woven(7, 2)],
  ['a seeded network', tidy(seededNetwork({ instances: 60, seed: 2 }))],
] as const;

describe('lines of a tidy drawing', () => {
  it.each(DOCUMENTS)('cross no card and no box that is not theirs: %s', (_, document) => {
    const drawing = fit(document);
    const lines = linesOf(document, drawing);
    expect(lines.length).toBeGreaterThan(3);
    expect(crossingsOf(drawing, lines)).toEqual([]);
  });

  it.each(DOCUMENTS)('of a packet cross nothing either: %s', (_, document) => {
    const drawing = fit(document);
    const ends = Object.values(document.resources)
      .filter(({ kind }) => ['instance', 'internet', 'internet-gateway', 'nat-gateway'].includes(kind))
      .map(({ id }) => id)
      .filter((_id, index, all) => index % Math.ceil(all.length / 14) === 0);
    const lines = ends.flatMap((from) =>
      ends.flatMap((to) => {
        const [start, end] = anchorsOf(document, drawing, [{ resource: from }, { resource: to }]);
        if (!start || !end || from === to) return [];
        const points = clearWay(drawing, start, end);
        return [{ id: `${from} to ${to}`, from: start.key, to: end.key, points }];
      }),
    );
    expect(lines.length).toBeGreaterThan(20);
    expect(crossingsOf(drawing, lines)).toEqual([]);
  });

  it('are level or upright everywhere and end at the edges of their things', () => {
    const [, document] = DOCUMENTS[1];
    const drawing = fit(document);
    for (const { points, from, to, look } of linesOf(document, drawing)) {
      points.slice(1).forEach((point, index) => {
        const before = points[index];
        expect(before?.x === point.x || before?.y === point.y).toBe(true);
      });
      if (look === 'route') continue;
      for (const [key, at] of [
        [from, points[0]],
        [to, points.at(-1)],
      ] as const) {
        const thing = drawing.things.get(key);
        if (!thing || !at) throw new Error(`${key} is not drawn`);
        const onX = at.x === thing.left || at.x === thing.left + thing.width;
        const onY = at.y === thing.top || at.y === thing.top + thing.height;
        expect(onX || onY).toBe(true);
      }
    }
  });
});
