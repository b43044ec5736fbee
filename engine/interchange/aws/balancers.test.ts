import { describe, expect, it } from 'vitest';
import { allOf } from '../../catalog/lookup';
import { compileNetwork, trace } from '../../catalog/network-roles';
import { validateScenario } from '../../persistence/scenario-file';
import { byAwsId, ENI, importFiles, importValuesOf, said, SMALL } from '../../testing/aws-input';

const ELB = 'arn:aws:elasticloadbalancing:us-east-1:111122223333';
const LB = `${ELB}:loadbalancer/app/shop/0123456789abcdef`;
const NLB = `${ELB}:loadbalancer/net/gate/fedcba9876543210`;
const TG = `${ELB}:targetgroup/web/aaaaaaaaaaaaaaaa`;
const TG2 = `${ELB}:targetgroup/api/bbbbbbbbbbbbbbbb`;
const LISTENER = `${ELB}:listener/app/shop/0123456789abcdef/1111111111111111`;

const GROUPS = {
  SecurityGroups: [
    { GroupId: 'sg-0a', GroupName: 'lb', VpcId: 'vpc-0a', IpPermissions: [], IpPermissionsEgress: [] },
  ],
};
const BALANCER = {
  LoadBalancerArn: LB,
  LoadBalancerName: 'shop',
  DNSName: 'shop-1.us-east-1.elb.amazonaws.com',
  Type: 'application',
  Scheme: 'internet-facing',
  VpcId: 'vpc-0a',
  State: { Code: 'active' },
  SecurityGroups: ['sg-0a'],
  AvailabilityZones: [{ ZoneName: 'us-east-1a', SubnetId: 'subnet-0a', LoadBalancerAddresses: [] }],
};
const NODE = {
  NetworkInterfaceId: 'eni-0n',
  SubnetId: 'subnet-0a',
  VpcId: 'vpc-0a',
  PrivateIpAddress: '10.0.0.20',
  Description: 'ELB app/shop/0123456789abcdef',
  InterfaceType: 'interface',
  RequesterManaged: true,
  Status: 'in-use',
  Attachment: { InstanceOwnerId: 'amazon-elb', DeviceIndex: 1, Status: 'attached' },
  Groups: [{ GroupId: 'sg-0a', GroupName: 'lb' }],
  Association: { PublicIp: '198.51.100.9', IpOwnerId: 'amazon-elb' },
};
const GROUP = {
  TargetGroupArn: TG,
  TargetGroupName: 'web',
  Protocol: 'HTTP',
  Port: 8080,
  VpcId: 'vpc-0a',
  TargetType: 'instance',
  LoadBalancerArns: [LB],
};
const forward = (arn: string) => [{ Type: 'forward', TargetGroupArn: arn }];
const LISTENERS = {
  Listeners: [
    { ListenerArn: LISTENER, LoadBalancerArn: LB, Port: 80, Protocol: 'HTTP', DefaultActions: forward(TG) },
  ],
};
const health = (id: string, State = 'healthy') => ({
  Target: { Id: id, Port: 8080 },
  TargetHealth: { State },
});
const HEALTH = { TargetHealthDescriptions: [health('i-0a')] };
const CORE = { ...SMALL, ...GROUPS, NetworkInterfaces: [ENI, NODE] };
const WHOLE = [CORE, { LoadBalancers: [BALANCER] }, { TargetGroups: [GROUP] }, LISTENERS, HEALTH] as const;

describe('load balancers', () => {
  it('come together from their calls: listeners, targets, nodes, groups and state', () => {
    const imported = importValuesOf(...WHOLE);
    const { document } = imported;
    expect(byAwsId(document, 'load-balancer', LB)).toEqual({
      id: 'elb-1',
      kind: 'load-balancer',
      name: 'shop',
      vpcId: 'vpc-1',
      type: 'application',
      scheme: 'internet-facing',
      securityGroups: ['sg-1'],
      listeners: [{ protocol: 'HTTP', port: 80, targetGroupIds: ['tg-1'] }],
      dnsName: 'shop-1.us-east-1.elb.amazonaws.com',
    });
    expect(document.observed['elb-1']?.state).toBe('active');
    expect(byAwsId(document, 'target-group', TG)).toEqual({
      id: 'tg-1',
      kind: 'target-group',
      name: 'web',
      vpcId: 'vpc-1',
      targetType: 'instance',
      protocol: 'HTTP',
      port: 8080,
      targets: [{ instanceId: 'i-1', port: 8080 }],
    });
    expect(document.observed['tg-1']?.state).toBe('healthy');
    const node = byAwsId(document, 'network-interface', 'eni-0n');
    expect(node.managedBy).toBe('elb-1');
    expect(document.observed[node.id]?.publicIps).toEqual({ '10.0.0.20': '198.51.100.9' });
    expect(said(imported)).not.toMatch(/A path through it/);
    expect(validateScenario(document)).toEqual({ ok: true, value: document });
  });

  it('forward to the groups of their rules too, weighted ones included', () => {
    const rule = {
      RuleArn: `${LISTENER.replace(':listener/', ':listener-rule/')}/2222222222222222`,
      Priority: '1',
      Conditions: [{ Field: 'source-ip' }],
      Actions: [
        { Type: 'authenticate-oidc' },
        { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: TG2, Weight: 1 }] } },
      ],
    };
    const imported = importValuesOf(
      ...WHOLE.slice(0, 2),
      { TargetGroups: [GROUP, { ...GROUP, TargetGroupArn: TG2, TargetGroupName: 'api' }] },
      LISTENERS,
      { Rules: [rule] },
      { TargetGroupArn: TG, ...HEALTH },
      { TargetGroupArn: TG2, ...HEALTH },
    );
    const names = byAwsId(imported.document, 'load-balancer', LB).listeners[0]?.targetGroupIds.map(
      (id) => imported.document.observed[id]?.awsId,
    );
    expect(names).toEqual([TG, TG2]);
    expect(said(imported)).toContain('A rule looks at the source address');
  });

  it('send to a group that only says itself whose it is, if there is one listener', () => {
    const second = { ...GROUP, TargetGroupArn: TG2, TargetGroupName: 'api' };
    const inputs = [
      ...WHOLE.slice(0, 2),
      { TargetGroups: [GROUP, second] },
      { TargetGroupArn: TG, ...HEALTH },
      { TargetGroupArn: TG2, ...HEALTH },
    ];
    const { document } = importValuesOf(...inputs, LISTENERS);
    expect(byAwsId(document, 'load-balancer', LB).listeners[0]?.targetGroupIds).toHaveLength(2);
    const two = importValuesOf(...inputs, {
      Listeners: [
        ...LISTENERS.Listeners,
        { ...LISTENERS.Listeners[0], ListenerArn: `${LISTENER}2`, Port: 81 },
      ],
    });
    expect(said(two)).toContain('is in no rule of the input (give elbv2 describe-rules too)');
    expect(byAwsId(two.document, 'other-resource', LB).resourceType).toBe('Application Load Balancer');
  });

  it.each([
    ['listeners', [0, 1, 2, 4], 'give elbv2 describe-listeners too'],
    ['targets', [0, 1, 2, 3], 'give elbv2 describe-target-health too'],
    ['target groups', [0, 1, 3], 'give elbv2 describe-target-groups'],
  ])('become something not modelled when their %s are not in the input', (_, parts, words) => {
    const imported = importValuesOf(...parts.map((part) => WHOLE[part]));
    expect(allOf(imported.document, 'load-balancer')).toEqual([]);
    expect(byAwsId(imported.document, 'other-resource', LB)).toMatchObject({
      resourceType: 'Application Load Balancer',
      vpcId: 'vpc-1',
    });
    expect(said(imported)).toContain(words);
    // Its node is drawn, and belongs to a load balancer nobody knows.
    expect(byAwsId(imported.document, 'network-interface', 'eni-0n').managedBy).toBeUndefined();
    expect(validateScenario(imported.document).ok).toBe(true);
    const open = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
    const { document } = importValuesOf(...parts.map((part) => WHOLE[part]), {
      SecurityGroups: [{ ...GROUPS.SecurityGroups[0], IpPermissions: [open], IpPermissionsEgress: [open] }],
      NetworkInterfaces: [{ ...ENI, Groups: [{ GroupId: 'sg-0a' }] }],
    });
    const path = trace(compileNetwork({ document, at: 'design', live: {} }), {
      from: 'i-0a',
      to: '10.0.0.20',
      port: 80,
    });
    expect(path).toMatchObject({ ok: true, value: { verdict: 'unknown' } });
  });

  it('have nodes made of the fixed addresses they name, or are not modelled without any', () => {
    const network = {
      ...BALANCER,
      LoadBalancerArn: NLB,
      Type: 'network',
      SecurityGroups: undefined,
      AvailabilityZones: [
        {
          SubnetId: 'subnet-0a',
          LoadBalancerAddresses: [
            { IpAddress: '198.51.100.4', AllocationId: 'eipalloc-0a', PrivateIPv4Address: '10.0.0.30' },
          ],
        },
      ],
    };
    const listeners = {
      Listeners: [
        {
          ListenerArn: `${ELB}:listener/net/gate/1/2`,
          LoadBalancerArn: NLB,
          Port: 443,
          Protocol: 'TCP_QUIC',
        },
      ],
    };
    const made = importValuesOf(SMALL, { LoadBalancers: [network] }, listeners);
    const balancer = byAwsId(made.document, 'load-balancer', NLB);
    expect(balancer.listeners).toEqual([{ protocol: 'TCP_UDP', port: 443, targetGroupIds: [] }]);
    const node = allOf(made.document, 'network-interface').find(({ managedBy }) => managedBy === balancer.id);
    expect(node?.privateIpAddress).toBe('10.0.0.30');
    expect(byAwsId(made.document, 'elastic-ip', 'eipalloc-0a').networkInterfaceId).toBe(node?.id);
    expect(said(made)).toContain('it was made from the address the load balancer names');
    const bare = { ...network, AvailabilityZones: BALANCER.AvailabilityZones };
    const none = importValuesOf(SMALL, { LoadBalancers: [bare] }, listeners);
    expect(byAwsId(none.document, 'other-resource', NLB).resourceType).toBe('Network Load Balancer');
    expect(said(none)).toContain('The nodes of a load balancer are not in the input');
  });

  it('of type gateway are drawn, not modelled', () => {
    const imported = importValuesOf(SMALL, {
      LoadBalancers: [{ ...BALANCER, Type: 'gateway', Scheme: undefined }],
      TargetGroups: [{ ...GROUP, Protocol: 'GENEVE', Port: 6081 }],
    });
    expect(
      allOf(imported.document, 'other-resource')
        .map(({ resourceType }) => resourceType)
        .sort(),
    ).toEqual(['Gateway Load Balancer', 'Target group']);
  });

  it('carry stand-ins for groups that the input does not hold, so that nothing passes by mistake', () => {
    const { document } = importValuesOf(
      { ...SMALL, NetworkInterfaces: [ENI, { ...NODE, Groups: [] }] },
      ...WHOLE.slice(1),
    );
    const [groupId] = byAwsId(document, 'load-balancer', LB).securityGroups ?? [];
    expect(document.observed[groupId ?? '']?.awsId).toBe('sg-0a');
  });
});

describe('target groups', () => {
  const group = (health: readonly object[], own: object = {}) =>
    importValuesOf(
      CORE,
      { TargetGroups: [{ ...GROUP, LoadBalancerArns: [], ...own }] },
      {
        TargetHealthDescriptions: health,
      },
    );

  it('hold addresses and ports of their own, and say how their targets fare', () => {
    const { document } = group(
      [
        { Target: { Id: '10.0.0.10' }, TargetHealth: { State: 'healthy' } },
        {
          Target: { Id: '192.0.2.7', Port: 81, AvailabilityZone: 'all' },
          TargetHealth: { State: 'unhealthy' },
        },
      ],
      { TargetType: 'ip', Protocol: 'TCP' },
    );
    const found = byAwsId(document, 'target-group', TG);
    expect(found.targets).toEqual([{ ipAddress: '10.0.0.10' }, { ipAddress: '192.0.2.7', port: 81 }]);
    expect(document.observed[found.id]?.state).toBe('1 healthy, 1 unhealthy');
  });

  it('leave out what is being deregistered and what the input does not hold', () => {
    const imported = group([health('i-0a'), health('i-0z'), health('i-0y', 'draining')]);
    expect(byAwsId(imported.document, 'target-group', TG).targets).toEqual([
      { instanceId: 'i-1', port: 8080 },
    ]);
    expect(said(imported)).toContain('A target is not in the input');
    expect(said(imported)).toContain('being deregistered');
    expect(allOf(group([health('i-0z')]).document, 'target-group')).toEqual([]);
  });

  it('take functions as targets without a VPC or a port, where their load balancer stands', () => {
    const lambda = { ...GROUP, TargetType: 'lambda', VpcId: undefined, Port: undefined, Protocol: undefined };
    const { document } = importValuesOf(...WHOLE.slice(0, 2), { TargetGroups: [lambda] }, LISTENERS, {
      TargetHealthDescriptions: [{ Target: { Id: 'arn:aws:lambda:us-east-1:1:function:f' } }],
    });
    expect(byAwsId(document, 'target-group', TG)).toMatchObject({
      targetType: 'lambda',
      vpcId: 'vpc-1',
      targets: [],
    });
    expect(allOf(document, 'load-balancer')).toHaveLength(1);
  });
});

describe('answers that do not say what they were asked about', () => {
  const groups = { TargetGroups: [GROUP, { ...GROUP, TargetGroupArn: TG2, TargetGroupName: 'api' }] };
  const targetsOf = (files: Readonly<Record<string, unknown>>, arn: string): number | undefined => {
    const { document } = importFiles({ 'core.json': CORE, ...files });
    return allOf(document, 'target-group').find(({ id }) => document.observed[id]?.awsId === arn)?.targets
      .length;
  };

  it.each([
    ['the name of the group', 'target-health/web.json', 'target-health/api.json'],
    ['the end of its ARN', 'th_aaaaaaaaaaaaaaaa.json', 'th_bbbbbbbbbbbbbbbb.json'],
    ['the whole ARN', `${TG.replace(/[:/]/g, '_')}.json`, `${TG2.replace(/[:/]/g, '_')}.json`],
  ])('are told by %s in the file’s name', (_, first, second) => {
    const files = { 'groups.json': groups, [first]: HEALTH, [second]: { TargetHealthDescriptions: [] } };
    expect(targetsOf(files, TG)).toBe(1);
    expect(targetsOf(files, TG2)).toBe(0);
  });

  it('are told by the ARN beside them, also in a list of a collector’s own', () => {
    const wrapped = {
      LoadBalancerTargetHealth: [
        { TargetGroupArn: TG2, TargetHealthDescriptions: [] },
        { TargetGroupArn: TG, ...HEALTH },
      ],
    };
    expect(targetsOf({ 'a.json': groups, 'b.json': wrapped }, TG)).toBe(1);
    expect(targetsOf({ 'a.json': groups, 'b.json': wrapped }, TG2)).toBe(0);
  });

  it('are told by the one group in the same file, or by the one in the input', () => {
    expect(targetsOf({ 'one.json': { TargetGroups: [GROUP], ...HEALTH } }, TG)).toBe(1);
    expect(targetsOf({ 'a.json': { TargetGroups: [GROUP] }, 'b.json': HEALTH }, TG)).toBe(1);
  });

  it('are left out, and named with the file, where nothing tells', () => {
    const imported = importFiles({ 'core.json': CORE, 'groups.json': groups, 'x1.json': HEALTH });
    expect(said(imported)).toContain(
      'x1.json: "TargetHealthDescriptions" does not say which target group it is of, and was left out: name the file after it, or put "TargetGroupArn" beside the list.',
    );
    const foreign = importFiles({ 'core.json': CORE, 'x.json': { TargetGroupArn: TG2, ...HEALTH } });
    expect(said(foreign)).toContain('is of a target group that is not in the input');
  });

  it('name their thing one by one where they are tags', () => {
    const tags = [
      { Key: 'Name', Value: 'Shop front' },
      { Key: 'team', Value: 'web' },
    ];
    const { document } = importValuesOf(...WHOLE, {
      TagDescriptions: [
        { ResourceArn: LB, Tags: tags },
        { ResourceArn: 'arn:aws:x', Tags: tags },
      ],
    });
    expect(byAwsId(document, 'load-balancer', LB)).toMatchObject({
      name: 'Shop front',
      tags: { team: 'web' },
    });
  });

  it('set attributes of the group or of the load balancer', () => {
    const { document } = importValuesOf(
      ...WHOLE.slice(0, 2),
      { TargetGroups: [{ ...GROUP, Protocol: 'TCP' }] },
      LISTENERS,
      HEALTH,
      {
        Attributes: [
          { Key: 'preserve_client_ip.enabled', Value: 'false' },
          { Key: 'load_balancing.cross_zone.enabled', Value: 'use_load_balancer_configuration' },
        ],
      },
      { LoadBalancerArn: LB, Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }] },
    );
    const group = byAwsId(document, 'target-group', TG);
    expect(group.preserveClientIp).toBe(false);
    expect(group.crossZone).toBeUndefined();
  });
});
