import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { Scenario, ScenarioPath } from '../catalog/descriptors';
import type { PathQuery } from '../model/path';
import {
  acl,
  allowAll,
  group,
  grouping,
  including,
  openRule,
  routing,
  setting,
  topology,
  viaNat,
} from '../testing/base-topology';

const any = '0.0.0.0/0';
const open = [openRule];
const tcp = (cidrIp: string, fromPort: number, toPort = fromPort) => ({
  ipProtocol: 'tcp',
  cidrIp,
  fromPort,
  toPort,
});

function ask(document: Scenario, query: PathQuery): ScenarioPath {
  const answer = trace(compileNetwork({ document, at: 'design', live: {} }), query);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

describe('a question about every address and every port', () => {
  it('S1 gives the addresses and the port that both filters let pass', () => {
    const document = topology(
      grouping('eni-i', group('sg-1', [tcp('203.0.113.0/24', 22), tcp('198.51.100.0/25', 22)], open)),
      including(
        acl(
          'acl-c',
          [
            [90, 'deny', '-1', '198.51.100.64/26'],
            [100, 'allow', '-1', any],
          ],
          allowAll,
        ),
      ),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    const answer = ask(document, { from: 'internet', to: 'i' });
    expect(answer.verdict).toBe('partial');
    expect(answer.working).toBe('Works for tcp 22 from 198.51.100.0/26 and 203.0.113.0/24.');
    expect(ask(document, { from: 'internet', to: 'i', port: 22 }).verdict).toBe('partial');
    expect(ask(document, { from: 'internet', to: 'i', port: 23 }).verdict).toBe('unreachable');
  });

  it('tells apart what the route table of a NAT gateway tells apart, also where the most of it loops', () => {
    const document = topology(viaNat, setting('rtb-pub', { routes: [] }), (base) =>
      routing(
        'rtb-pub',
        { destinationCidrBlock: any, natGatewayId: 'nat-n' },
        { destinationCidrBlock: '8.8.0.0/16', gatewayId: 'igw-v' },
      )(base),
    );
    expect(ask(document, { from: 'j', to: '8.8.1.1', port: 443 }).verdict).toBe('reachable');
    expect(ask(document, { from: 'j', to: '9.9.9.9', port: 443 }).code).toBe('X_NAT_SAME_SUBNET_LOOP');
    const answer = ask(document, { from: 'j', to: 'internet', port: 443 });
    expect(answer.verdict).toBe('partial');
    expect(answer.working).toBe('Works for tcp 443 to 8.8.0.0/16.');
  });

  it('S2 gives the ports', () => {
    const document = topology(
      grouping('eni-i', group('sg-1', [tcp(any, 0, 1023)], open)),
      including(
        acl(
          'acl-c',
          [
            [100, 'deny', 'tcp', any, [137, 139]],
            [110, 'allow', '-1', any],
          ],
          allowAll,
        ),
      ),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    expect(ask(document, { from: 'internet-x', to: 'i' }).working).toBe('Works for tcp 0-136 and 140-1023.');
    expect(ask(document, { from: 'internet', to: 'i' }).working).toBe(
      'Works for tcp 0-136 and 140-1023 from every public address.',
    );
  });

  it('S3 gives the destinations that no blackhole takes away', () => {
    const document = topology(
      routing('rtb-pub', { destinationCidrBlock: '198.51.100.0/24', networkInterfaceId: 'eni-gone' }),
    );
    const answer = ask(document, { from: 'i', to: 'internet', port: 443 });
    expect(answer.verdict).toBe('partial');
    expect(answer.working).toBe('Works for tcp 443 to every public address but 198.51.100.0/24.');
    expect(answer.code).toBe('BAD_STATE_ROUTE');
  });

  it('S4 gives the client ports whose answers arrive', () => {
    const document = topology(
      including(acl('acl-c', allowAll, [[100, 'allow', 'tcp', any, [32768, 60999]]])),
      setting('pub', { networkAclId: 'acl-c' }),
    );
    const answer = ask(document, { from: 'internet-x', to: 'i', port: 22 });
    expect(answer.working).toBe('Works for client ports 32768-60999; a client takes one of 1024-65535.');
  });

  it('S6 shows the address and the ports of the NAT gateway on the internet', () => {
    const answer = ask(topology(viaNat), { from: 'j', to: 'internet-x', port: 443 });
    expect(answer.forward.hops.at(-1)?.packetIn).toMatchObject({
      source: '203.0.113.50',
      sourcePorts: [1024, 65535],
    });
  });

  it('is reachable where everything works and unreachable where nothing does', () => {
    expect(ask(topology(), { from: 'internet', to: 'i' }).verdict).toBe('reachable');
    expect(ask(topology(), { from: 'i', to: 'internet' }).verdict).toBe('reachable');
    expect(ask(topology(), { from: 'internet', to: 'k' }).verdict).toBe('unreachable');
    expect(ask(topology(), { from: 'j', to: 'internet' }).verdict).toBe('unreachable');
    expect(ask(topology(), { from: 'i', to: 'j' }).verdict).toBe('reachable');
  });
});
