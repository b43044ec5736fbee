/** What is expected of the kinds beside the network's own: load balancers, endpoints, peerings. Frozen. */
import { always, inOrder, sameOr, type Column, type KindExpectations } from './column';
import { name, region, vpcId } from './expectations';

const serviceName: Column = (known) => (_, before) => {
  if (before) return before['serviceName'];
  const regionName = known.rows('region')[0]?.['regionName'];
  return typeof regionName === 'string' ? `com.amazonaws.${regionName}.s3` : undefined;
};

/** After the network's kinds, in this order. */
export const SERVICE_EXPECTATIONS: readonly KindExpectations[] = [
  { kind: 'egress-only-internet-gateway', prefix: 'eigw', columns: [name, ['vpcId', inOrder('vpc')]] },
  {
    kind: 'target-group',
    prefix: 'tg',
    columns: [
      name,
      vpcId,
      ['targetType', sameOr('targetType', 'instance')],
      ['protocol', sameOr('protocol', 'HTTP')],
      ['port', sameOr('port', 80)],
      ['targets', sameOr('targets', [])],
    ],
  },
  {
    kind: 'load-balancer',
    prefix: 'elb',
    columns: [
      name,
      vpcId,
      ['type', sameOr('type', 'application')],
      ['scheme', sameOr('scheme', 'internet-facing')],
      [
        'listeners',
        (known) => {
          const next = inOrder('target-group')(known);
          return (row, before, id) => {
            const targetGroupId = next(row, before, id);
            return targetGroupId === undefined
              ? []
              : [{ protocol: 'HTTP', port: 80, targetGroupIds: [targetGroupId] }];
          };
        },
      ],
    ],
  },
  {
    kind: 'vpc-endpoint',
    prefix: 'vpce',
    columns: [
      name,
      vpcId,
      ['vpcEndpointType', sameOr('vpcEndpointType', 'Gateway')],
      ['serviceName', serviceName],
    ],
  },
  {
    kind: 'vpc-peering-connection',
    prefix: 'pcx',
    columns: [name, vpcId, ['peerVpcId', (known) => () => known.ids('vpc')[1]]],
  },
  {
    kind: 'prefix-list',
    prefix: 'pl',
    columns: [name, region, ['prefixListName', () => (row) => row['name']], ['entries', always([])]],
  },
  { kind: 'other-resource', prefix: 'other', columns: [name, region] },
];
