import { describe, expect, it } from 'vitest';
import { compileNetwork, listEndpoints, parseEndpoint, trace } from '../catalog/network-roles';
import type { Scenario } from '../catalog/descriptors';
import type { PathQuery } from '../model/path';
import { including, machine, setting, topology, viaNat } from '../testing/base-topology';

const compile = (document: Scenario) => compileNetwork({ document, at: 'design', live: {} });

function refusal(document: Scenario, query: PathQuery) {
  const answer = trace(compile(document), query);
  if (answer.ok) throw new Error('the question was answered');
  return answer.error;
}

describe('an end of a path', () => {
  const named = topology(setting('i', { name: 'web' }));
  const imported: Scenario = { ...named, observed: { ...named.observed, i: { awsId: 'i-0abc' } } };

  it.each(['i', 'web', 'i-0abc'])('is found by its id, Name tag or AWS id: %s', (text) => {
    const found = parseEndpoint(compile(imported), text, 'from');
    expect(found).toMatchObject({ ok: true, value: { type: 'host', host: { id: 'i' } } });
  });

  it.each(['10.0.0.10', '203.0.113.10'])('is found by an address of its interface: %s', (text) => {
    const found = parseEndpoint(compile(imported), text, 'from');
    expect(found).toMatchObject({ ok: true, value: { type: 'interface', interface: { id: 'eni-i' } } });
  });

  it('is the client that is drawn, where the Internet is named by its id', () => {
    expect(parseEndpoint(compile(imported), 'internet-x', 'from')).toMatchObject({
      ok: true,
      value: { type: 'internet', scope: 'client' },
    });
  });

  it('is refused with the ids where a name is ambiguous', () => {
    const twice = topology(setting('i', { name: 'web' }), setting('j', { name: 'web' }));
    expect(refusal(twice, { from: 'web', to: 'k' })).toEqual({
      reason: 'conflict',
      message: '2 things are named "web": i and j. Give an id.',
      where: 'from',
    });
  });

  it('is refused where an address has several owners', () => {
    const twice = topology(
      setting('vpc-w', { cidrBlock: '10.0.0.0/16' }),
      setting('sub-w', { cidrBlock: '10.0.0.0/24' }),
      setting('eni-m', { privateIpAddress: '10.0.0.10' }),
    );
    expect(refusal(twice, { from: '10.0.0.10', to: 'k' }).reason).toBe('conflict');
  });

  it.each([
    ['nothing-here', 'not-found'],
    ['10.9.9.9', 'not-found'],
    ['pub', 'not-allowed'],
    ['', 'invalid'],
    ['internet:hello', 'invalid'],
  ])('is refused where it sends nothing: "%s"', (from, reason) => {
    expect(refusal(topology(), { from, to: 'k' })).toMatchObject({ reason, where: 'from' });
  });

  it('is no NAT gateway as a source: it opens no connections', () => {
    const answer = trace(compile(topology(viaNat)), { from: 'nat-n', to: 'k', port: 80 });
    expect(answer).toMatchObject({ ok: true, value: { verdict: 'unreachable', code: 'NO_PATH' } });
  });

  it('is listed once for each thing that can be asked about', () => {
    const ids = listEndpoints(compile(topology(including(...machine('z', 'pub', '10.0.0.99')))));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['internet-x', 'i', 'z', 'eni-z']));
  });
});

describe('the traffic of a question', () => {
  it.each<[Partial<PathQuery>, string]>([
    [{ protocol: 'icmp', port: 3 }, 'A port is given, but icmp has no ports.'],
    [{ protocol: 'smtp' }, '"smtp" is no protocol: tcp, udp, icmp, icmpv6 or a number from 0 to 255.'],
    [{ protocol: '256' }, '"256" is no protocol: tcp, udp, icmp, icmpv6 or a number from 0 to 255.'],
    [{ port: 70000 }, 'The port 70000 is not a whole number from 0 to 65535.'],
    [{ port: 80, icmpType: 8 }, 'An ICMP type or code is given, but the protocol is tcp.'],
  ])('is refused where it makes no sense: %o', (query, message) => {
    expect(refusal(topology(), { from: 'i', to: 'k', ...query }).message).toBe(message);
  });
});
