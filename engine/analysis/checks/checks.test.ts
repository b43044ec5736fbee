import { describe, expect, it } from 'vitest';
import type { Check } from '../../model/document';
import {
  X,
  group,
  grouping,
  including,
  machine,
  routing,
  setting,
  topology,
  viaNat,
  type Difference,
} from '../../testing/base-topology';
import type { ScenarioView } from '../../catalog/descriptors';
import { compileNetwork, trace } from '../../catalog/network-roles';
import { evaluateChecks } from './checks';

type Draft<C = Check> = C extends Check ? Omit<C, 'id'> : never;

function judge(
  check: Draft,
  differences: readonly Difference[],
  moment: Partial<Pick<ScenarioView, 'at' | 'live'>> = {},
) {
  const document = { ...topology(...differences), checks: [{ id: 'check-1', ...check } as Check] };
  const view: ScenarioView = { document, at: 'design', live: {}, ...moment };
  const [result] = evaluateChecks(view);
  if (!result) throw new Error('a check has a result');
  const confirm = () => {
    if (!result.counterExample) return null;
    const path = trace(compileNetwork(view), result.counterExample);
    return path.ok ? path.value : null;
  };
  return { result, confirm };
}

const onlyFrom = (from: readonly string[], port?: number): Draft => ({
  type: 'only-these-reach',
  from,
  to: 'j',
  protocol: 'tcp',
  ...(port === undefined ? {} : { port }),
});

/** J takes the database port from what carries sg-k, and everything from whom it has to. */
const database = grouping(
  'eni-j',
  group('sg-j', [{ ipProtocol: 'tcp', fromPort: 5432, toPort: 5432, peerGroupId: 'sg-k' }], []),
);
const web = grouping('eni-k', group('sg-k', [], [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }]));

describe('can-reach and cannot-reach', () => {
  const check: Draft = { type: 'can-reach', from: 'k', to: 'j', protocol: 'tcp', port: 443 };

  it('holds where the packet arrives and its answer comes home', () => {
    const { result } = judge(check, []);
    expect(result).toMatchObject({ outcome: 'holds', holds: true, title: 'k reaches j:443' });
    expect(result.read).toEqual([
      'acl-v',
      'eni-j',
      'eni-k',
      'j',
      'k',
      'priv',
      'pub',
      'rtb-priv',
      'rtb-pub',
      'sg-open',
      'vpc-v',
    ]);
  });

  it('fails with the code and the sentence of the first blocker', () => {
    const { result, confirm } = judge(check, [database]);
    expect(result).toMatchObject({ outcome: 'fails', code: 'ENI_SG_RULES_MISMATCH' });
    expect(result.message).toContain('sg-j has no inbound rule');
    expect(confirm()?.verdict).toBe('unreachable');
  });

  it('cannot-reach fails with the packet that gets through', () => {
    const { result, confirm } = judge({ ...check, type: 'cannot-reach' }, []);
    expect(result).toMatchObject({ outcome: 'fails', code: 'X_CHECK_REACHED' });
    expect(confirm()?.verdict).toBe('reachable');
  });

  it('is unknown where an end is not there', () => {
    expect(judge({ ...check, to: 'nobody' }, []).result).toMatchObject({ outcome: 'unknown', holds: false });
  });

  it('is unknown where the way leads through what is not modelled', () => {
    const { result } = judge({ ...check, to: 'internet:8.8.8.8', from: 'j' }, [
      routing('rtb-priv', { destinationCidrBlock: '0.0.0.0/0', otherTarget: 'tgw-1' }),
    ]);
    expect(result).toMatchObject({ outcome: 'unknown', code: 'UNSUPPORTED_COMPONENT' });
  });

  it('leaves services out of account where it says so', () => {
    const silent = setting('j', { services: [] });
    expect(judge(check, [silent]).result.code).toBe('X_NO_LISTENER');
    expect(judge({ ...check, ignoring: ['services'] }, [silent]).result.holds).toBe(true);
  });

  it('leaves a stopped machine out of account where it says so', () => {
    const moment = { at: 60_000, live: { j: { state: 'stopped' } } };
    expect(judge(check, [], moment).result).toMatchObject({ outcome: 'fails', code: 'BAD_STATE' });
    expect(judge({ ...check, ignoring: ['states'] }, [], moment).result.holds).toBe(true);
  });
});

describe('only-these-reach', () => {
  it('holds where nobody else gets through', () => {
    expect(judge(onlyFrom(['k'], 5432), [database, web]).result).toMatchObject({
      outcome: 'holds',
      message: 'Nobody else reaches it.',
      title: 'Nobody but k reaches j:5432',
    });
  });

  it('says that what a load balancer hands on is not counted', () => {
    const target = including({
      id: 'tg-j',
      kind: 'target-group',
      vpcId: 'vpc-v',
      targetType: 'instance',
      targets: [{ instanceId: 'j', port: 5432 }],
    });
    const { result } = judge(onlyFrom(['k'], 5432), [database, web, target]);
    expect([result.outcome, result.message]).toEqual([
      'holds',
      expect.stringContaining('what a load balancer hands on to it is not counted'),
    ]);
  });

  it('takes groups, subnets, VPCs and blocks for those who carry or hold them', () => {
    for (const from of [['sg-k'], ['pub'], ['vpc-v'], ['10.0.0.11/32'], ['10.0.0.0/24'], ['eni-k']])
      expect(judge(onlyFrom(from, 5432), [database, web]).result.outcome).toBe('holds');
  });

  it('fails with a packet of somebody else, which a trace confirms', () => {
    const { result, confirm } = judge(onlyFrom(['k']), [
      web,
      grouping(
        'eni-j',
        group('sg-j', [{ ipProtocol: 'tcp', fromPort: 6000, toPort: 7000, cidrIp: '10.0.0.10/32' }], []),
      ),
    ]);
    expect(result).toMatchObject({
      outcome: 'fails',
      code: 'X_CHECK_REACHED',
      message: 'I reaches it too, with tcp 6000.',
    });
    expect(confirm()?.verdict).toBe('reachable');
  });

  it('sees the internet, down to one address', () => {
    const differences = [
      grouping(
        'eni-i',
        group('sg-i', [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '203.0.113.128/25' }], []),
      ),
    ];
    const ssh: Draft = { type: 'only-these-reach', from: [], to: 'i', protocol: 'tcp', port: 22 };
    const { result, confirm } = judge(ssh, differences);
    expect(result.counterExample?.from).toBe('internet:203.0.113.128');
    expect(confirm()?.verdict).toBe('reachable');
    expect(judge({ ...ssh, from: ['203.0.113.128/26'] }, differences).result.counterExample?.from).toBe(
      'internet:203.0.113.192',
    );
    expect(judge({ ...ssh, from: ['203.0.113.0/24'] }, differences).result.outcome).toBe('holds');
    expect(judge({ ...ssh, from: ['internet'] }, differences).result.outcome).toBe('holds');
  });

  it('is unknown where one of those allowed is not there', () => {
    expect(judge(onlyFrom(['nobody'], 5432), [database, web]).result).toMatchObject({
      outcome: 'unknown',
      message: 'There is no "nobody" here, so who is allowed is not known.',
    });
  });
});

describe('stays-in-vpc', () => {
  const check: Draft = { type: 'stays-in-vpc', from: 'j' };

  it('holds for a machine whose subnet leads nowhere', () => {
    expect(judge(check, []).result).toMatchObject({ outcome: 'holds', title: 'j does not leave its VPC' });
  });

  it('fails by a NAT gateway', () => {
    const { result, confirm } = judge(check, [viaNat]);
    expect(result).toMatchObject({ outcome: 'fails', code: 'X_CHECK_LEAVES_VPC' });
    expect(confirm()?.forward.hops.map(({ kind }) => kind)).toContain('nat-gateway');
  });

  it('fails by a peering, even where no answer comes home', () => {
    const { result, confirm } = judge(check, [
      including({ id: 'pcx-1', kind: 'vpc-peering-connection', vpcId: 'vpc-v', peerVpcId: 'vpc-w' }),
      routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-1' }),
    ]);
    expect(result).toMatchObject({ outcome: 'fails', code: 'X_CHECK_LEAVES_VPC' });
    expect(result.message).toContain('it reaches m in vpc-w');
    expect(confirm()?.blockers.every(({ direction }) => direction === 'return')).toBe(true);
  });

  it('fails by a gateway for the one port that a group lets out', () => {
    const { result, confirm } = judge({ ...check, from: 'i' }, [
      grouping(
        'eni-i',
        group('sg-i', [], [{ ipProtocol: 'udp', fromPort: 53, toPort: 53, cidrIp: `${X}/32` }]),
      ),
    ]);
    expect(result.counterExample).toMatchObject({ to: `internet:${X}`, protocol: 'udp', port: 53 });
    expect(confirm()?.verdict).toBe('reachable');
  });

  it('is unknown where a route leads to what is not modelled', () => {
    expect(
      judge(check, [routing('rtb-priv', { destinationCidrBlock: '0.0.0.0/0', otherTarget: 'tgw-1' })]).result
        .outcome,
    ).toBe('unknown');
  });

  it('does not mind other machines', () => {
    expect(judge(check, [including(...machine('l', 'pub', '10.0.0.12'))]).result.outcome).toBe('holds');
  });
});
