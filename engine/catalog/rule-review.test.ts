import { describe, expect, it } from 'vitest';
import type { ReviewedRule, RulesReview } from '../model/rule-review';
import { networkOf, withResources } from '../testing/network';
import type { Resource, ResourceOf, Scenario } from './descriptors';
import { compileNetwork } from './network-roles';
import { reviewRules } from './rule-review';

type Rule = ResourceOf<'security-group'>['securityGroupIngress'][number];
type Entry = ResourceOf<'network-acl'>['entries'][number];

const base = networkOf({ vpcs: 1, zones: 1, tiers: ['public', 'private'], instancesPerSubnet: 1 });

const group = (id: string, inbound: readonly Rule[], outbound: readonly Rule[] = []): Resource => ({
  id,
  kind: 'security-group',
  vpcId: 'vpc-1',
  groupName: id.slice(3),
  securityGroupIngress: inbound,
  securityGroupEgress: outbound,
});
const carrying = (document: Scenario, ids: readonly string[]): readonly Resource[] =>
  Object.values(document.resources).flatMap((one) =>
    one.kind === 'network-interface' ? [{ ...one, groupSet: ids }] : [],
  );
const acl = (entries: readonly Entry[]): Resource => ({
  id: 'acl-1',
  kind: 'network-acl',
  vpcId: 'vpc-1',
  isDefault: true,
  entries,
});
const entry = (
  ruleNumber: number,
  ruleAction: Entry['ruleAction'],
  protocol: string,
  cidrBlock: string,
  port?: number,
): Entry => ({
  ruleNumber,
  egress: false,
  protocol,
  ruleAction,
  cidrBlock,
  ...(port === undefined ? {} : { portRange: { from: port, to: port } }),
});

function review(id: string, resources: readonly Resource[]): RulesReview {
  const document = withResources(base, resources);
  const result = reviewRules(compileNetwork({ document, at: 'design', live: {} }), id);
  return result.ok ? result.value : expect.fail(result.error.message);
}
const inboundOf = (rules: readonly Rule[], more: readonly Resource[] = []): readonly ReviewedRule[] =>
  review('sg-web', [...carrying(base, ['sg-web']), group('sg-web', rules), ...more]).inbound;
const entriesOf = (entries: readonly Entry[]): readonly ReviewedRule[] =>
  review('acl-1', [acl(entries)]).inbound;
const marks = (rules: readonly ReviewedRule[]) => rules.map(({ state, remark }) => [state, remark]);

const https: Rule = { ipProtocol: 'tcp', fromPort: 443, toPort: 443 };

describe('a rule of a group in words', () => {
  it('says who may do what', () => {
    const rules: readonly Rule[] = [
      { ...https, cidrIp: '0.0.0.0/0' },
      { ...https, cidrIpv6: '::/0' },
      { ipProtocol: 'tcp', fromPort: 3306, toPort: 3306, peerGroupId: 'sg-app' },
      { ipProtocol: '-1', peerGroupId: 'sg-web' },
      { ipProtocol: 'udp', fromPort: 53, toPort: 53, cidrIp: '10.0.0.0/16' },
      { ipProtocol: 'icmp', fromPort: 8, toPort: -1, cidrIp: '192.0.2.7/32' },
      { ipProtocol: 'icmp', fromPort: 3, toPort: 4, cidrIp: '192.0.2.0/24' },
      { ipProtocol: '50', cidrIp: '192.0.2.0/24' },
      { ipProtocol: 'tcp', cidrIp: '192.0.2.0/24' },
    ];
    expect(inboundOf(rules, [group('sg-app', [])]).map(({ words }) => words)).toEqual([
      'Anyone on the internet or inside may open tcp 443 (HTTPS).',
      'Anyone on the internet or inside, by IPv6, may open tcp 443 (HTTPS).',
      'Members of app may open tcp 3306 (MySQL).',
      'Other members of this group may send anything.',
      'Everything in vpc-1 (10.0.0.0/16) may send udp 53 (DNS).',
      '192.0.2.7 may ping.',
      '192.0.2.0/24 may send icmp type 3 code 4.',
      '192.0.2.0/24 may send protocol 50 (ESP).',
      '192.0.2.0/24 may open any tcp port.',
    ]);
  });

  it('says outbound where members may go', () => {
    const rules: readonly Rule[] = [
      { ...https, cidrIpv6: '::/0' },
      { ipProtocol: '-1', cidrIp: '0.0.0.0/0' },
    ];
    expect(review('sg-web', [group('sg-web', [], rules)]).outbound.map(({ words }) => words)).toEqual([
      'Members may open tcp 443 (HTTPS) to anyone on the internet or inside, by IPv6.',
      'Members may send anything to anyone on the internet or inside.',
    ]);
  });

  it('calls a thing by its name, with the letter it has', () => {
    const [machine] = Object.values(base.resources).filter(({ kind }) => kind === 'network-interface');
    const eni = machine as ResourceOf<'network-interface'>;
    const [rule] = inboundOf([{ ...https, cidrIp: `${eni.privateIpAddress ?? ''}/32` }]);
    expect(rule?.words).toBe(`public-1 (${eni.privateIpAddress ?? ''}) may open tcp 443 (HTTPS).`);
  });
});

describe('a rule of a group is marked', () => {
  it('as shadowed by the one that allows all of it, and by nothing where it says more', () => {
    expect(
      marks(
        inboundOf([
          { ipProtocol: 'tcp', fromPort: 400, toPort: 500, cidrIp: '0.0.0.0/0' },
          { ...https, cidrIp: '192.0.2.0/24' },
          { ...https, cidrIpv6: '2001:db8::/32' },
        ]),
      ),
    ).toEqual([
      ['needed', null],
      ['shadowed', 'Rule 1 already allows all of this.'],
      ['needed', null],
    ]);
  });

  it('as shadowed by several together, and as the same as another', () => {
    const [, , both, , twin] = inboundOf([
      { ...https, cidrIp: '0.0.0.0/1' },
      { ...https, cidrIp: '128.0.0.0/1' },
      { ...https, cidrIp: '0.0.0.0/0' },
      { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '192.0.2.0/24' },
      { ipProtocol: '6', fromPort: 22, toPort: 22, cidrIp: '192.0.2.0/24' },
    ]);
    expect(both).toMatchObject({
      remark: 'Rules 1 and 2 together already allow all of this.',
      by: ['inbound[0]', 'inbound[1]'],
    });
    expect(twin?.remark).toBe('Says the same as rule 4: one of the two is enough.');
  });

  it('as shadowed where it names a group whose members a block holds, never the other way round', () => {
    expect(
      marks(
        inboundOf([
          { ...https, cidrIp: '10.0.0.0/16' },
          { ...https, peerGroupId: 'sg-web' },
        ]),
      ),
    ).toEqual([
      ['needed', null],
      ['shadowed', 'Rule 1 already allows all of this, for its members as drawn.'],
    ]);
    const address = Object.values(base.resources).flatMap((one) =>
      one.kind === 'network-interface' ? (one.privateIpAddress ?? []) : [],
    )[0];
    // Behind a router the group is not seen any more, the address is.
    expect(
      inboundOf([
        { ...https, cidrIp: `${address ?? ''}/32` },
        { ...https, peerGroupId: 'sg-web' },
      ])[0]?.state,
    ).toBe('needed');
  });

  it('as unused where nothing in the drawing can be meant, and says why', () => {
    expect(
      marks(
        inboundOf(
          [
            { ...https, cidrIp: '10.0.200.0/24' },
            { ...https, cidrIp: '192.168.7.0/24' },
            { ...https, peerGroupId: 'sg-app' },
            { ipProtocol: 'icmp', cidrIpv6: '::/0' },
            { ...https, cidrIp: '192.0.2.0/24' },
          ],
          [group('sg-app', [])],
        ),
      ),
    ).toEqual([
      ['unused', 'Not used by anything in this drawing: nothing in vpc-1 has an address in 10.0.200.0/24.'],
      ['unused', 'Not used by anything in this drawing: no VPC has addresses in 192.168.7.0/24.'],
      ['unused', 'Not used by anything in this drawing: no interface carries app.'],
      ['unused', 'Matches nothing: IPv6 packets carry icmpv6, never icmp.'],
      ['needed', null],
    ]);
  });

  it('as needed where its block may lie behind a route to what is not drawn', () => {
    const rules: readonly Rule[] = [{ ...https, cidrIp: '192.168.7.0/24' }];
    const table: Resource = {
      id: 'rtb-1',
      kind: 'route-table',
      vpcId: 'vpc-1',
      main: true,
      routes: [{ destinationCidrBlock: '192.168.0.0/16', otherTarget: 'tgw-1' }],
    };
    expect(inboundOf(rules)[0]?.state).toBe('unused');
    expect(inboundOf(rules, [table])[0]?.state).toBe('needed');
    const peering: Resource = {
      id: 'pcx-1',
      kind: 'vpc-peering-connection',
      vpcId: 'vpc-1',
      status: 'active',
    };
    const peered: Resource = {
      ...table,
      routes: [{ destinationCidrBlock: '192.168.0.0/16', vpcPeeringConnectionId: 'pcx-1' }],
    };
    expect(inboundOf(rules, [peering, peered])[0]?.state).toBe('needed');
  });

  it('as unknown where the drawing does not hold what it names, unless another rule allows it anyway', () => {
    const lists: readonly Rule[] = [
      { ...https, prefixListId: 'pl-63a5400a' },
      { ...https, peerGroupId: 'sg-gone' },
    ];
    expect(inboundOf(lists).map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    const everybody: readonly Rule[] = [
      { ...https, cidrIp: '0.0.0.0/0' },
      { ...https, cidrIpv6: '::/0' },
    ];
    expect(inboundOf([...lists, ...everybody]).map(({ state }) => state)).toEqual([
      'shadowed',
      'shadowed',
      'needed',
      'needed',
    ]);
  });

  it('once for all of them where nobody carries the group', () => {
    expect(review('sg-web', [group('sg-web', [])]).notice).toContain('No interface carries this group');
    expect(review('sg-web', [...carrying(base, ['sg-web']), group('sg-web', [])]).notice).toBeNull();
  });
});

describe('an entry of an ACL', () => {
  it('says what it does, before which rule, and what earlier rules take from it', () => {
    expect(
      entriesOf([entry(90, 'deny', 'tcp', '192.0.2.0/24', 22), entry(100, 'allow', '-1', '0.0.0.0/0')]).map(
        ({ words }) => words,
      ),
    ).toEqual([
      'Denies tcp 22 (SSH) from 192.0.2.0/24 before rule 100 can allow it.',
      'Lets in anything from anyone, except what rule 90 denies first.',
      'Denies whatever no rule above has decided. It cannot be changed.',
    ]);
  });

  it('is marked where an earlier one decides everything it could match', () => {
    expect(
      marks(
        entriesOf([
          entry(100, 'allow', 'tcp', '0.0.0.0/0'),
          entry(110, 'deny', 'tcp', '192.0.2.0/24', 22),
          entry(120, 'allow', 'tcp', '192.0.2.0/24', 22),
        ]),
      ),
    ).toEqual([
      ['needed', null],
      ['shadowed', 'Never decides: rule 100 allows all of it first.'],
      ['shadowed', 'Never decides: rule 100 allows all of it first.'],
      ['needed', null],
    ]);
  });

  it('is marked where what follows would decide the same', () => {
    expect(
      marks(
        entriesOf([
          entry(80, 'allow', 'tcp', '192.0.2.0/24', 443),
          entry(90, 'allow', 'tcp', '0.0.0.0/0', 443),
          entry(200, 'deny', 'udp', '0.0.0.0/0'),
        ]),
      ),
    ).toEqual([
      ['redundant', 'Changes nothing: without it, rule 90 would allow the same.'],
      ['needed', null],
      ['redundant', 'Changes nothing: without it, the final * would deny the same.'],
      ['needed', null],
    ]);
  });

  it('is unused where its block is empty, or inside the only subnet of the ACL', () => {
    expect(entriesOf([entry(100, 'allow', 'tcp', '10.0.200.0/24')])[0]?.state).toBe('unused');
    const [one] = Object.values(base.resources).filter(({ kind }) => kind === 'subnet');
    const subnet = one as ResourceOf<'subnet'>;
    const own: Resource = {
      id: 'acl-own',
      kind: 'network-acl',
      vpcId: 'vpc-1',
      entries: [entry(100, 'allow', 'tcp', subnet.cidrBlock ?? '')],
    };
    expect(review('acl-own', [own, { ...subnet, networkAclId: 'acl-own' }]).inbound[0]?.remark).toContain(
      'what stays inside a subnet never meets its ACL',
    );
    expect(review('acl-own', [own]).notice).toBe('No subnet uses this ACL, so its rules decide nothing.');
  });
});

describe('what has no rules', () => {
  it('is refused with its id', () => {
    const result = reviewRules(compileNetwork({ document: base, at: 'design', live: {} }), 'vpc-1');
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.message).toContain('vpc-1');
  });
});
