import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { Scenario, ScenarioPath } from '../catalog/descriptors';
import type { LiveState } from '../model/live';
import type { PathQuery } from '../model/path';
import {
  X,
  including,
  nic,
  routing,
  setting,
  topology,
  viaNat,
  without,
  type Difference,
} from '../testing/base-topology';
import { any, eip, tcp, type Ask, type MicroCase } from '../testing/micro-cases/case';
import { ENDPOINTS } from '../testing/micro-cases/endpoints';
import { INTERNET_AND_FILTERS } from '../testing/micro-cases/internet-and-filters';
import { IPV6 } from '../testing/micro-cases/ipv6';
import { LOAD_BALANCERS } from '../testing/micro-cases/load-balancers';
import { PEERING } from '../testing/micro-cases/peering';
import { SPECIAL_AND_PLACEMENT } from '../testing/micro-cases/special-and-placement';
import { TRANSLATION_AND_ROUTERS } from '../testing/micro-cases/translation-and-routers';
import { PENDING_CASES } from '../testing/pending-cases';

const CASES: readonly MicroCase[] = [
  ...INTERNET_AND_FILTERS,
  ...TRANSLATION_AND_ROUTERS,
  ...PEERING,
  ...ENDPOINTS,
  ...LOAD_BALANCERS,
  ...IPV6,
  ...SPECIAL_AND_PLACEMENT,
];

function ask(document: Scenario, live: LiveState | undefined, query: PathQuery): ScenarioPath {
  const network = compileNetwork({ document, at: live ? 1000 : 'design', live: live ?? {} });
  const answer = trace(network, query);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const EXPECTED = {
  R: { verdict: 'reachable', direction: undefined },
  F: { verdict: 'unreachable', direction: 'forward' },
  B: { verdict: 'unreachable', direction: 'return' },
  P: { verdict: 'partial', direction: 'return' },
} as const;

describe('micro-cases', () => {
  for (const { number, about, differences = [], live, rows, notes = [] } of CASES)
    it(`micro-case ${number}: ${about}`, () => {
      const document = topology(...differences);
      for (const [from, to, query, expected, ...codes] of rows) {
        const answer = ask(document, live, { from, to, ...query });
        const { verdict, direction } = EXPECTED[expected];
        expect({ verdict: answer.verdict, direction: answer.direction }).toEqual({ verdict, direction });
        if (codes.length > 0) expect(codes).toContain(answer.code);
        else expect(answer.blockers).toEqual([]);
        for (const note of notes) expect(answer.notes.map(({ code }) => code)).toContain(note);
      }
    });

  it('are all either asked or listed as pending, once each', () => {
    const pending = PENDING_CASES.flatMap(({ cases: [first, last] }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    const numbers = [...new Set(CASES.map(({ number }) => number)), ...pending].sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 142 }, (_, index) => index + 1));
  });
});

/** Pending cases that can be drawn get no confident answer, which might be wrong. */
const UNMODELLED: readonly (readonly [number, readonly Difference[], string, string, Ask])[] = [
  [
    64,
    [routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', otherTarget: 'tgw-1' })],
    'j',
    'm',
    tcp(443),
  ],
  [
    81,
    [routing('rtb-priv', { destinationCidrBlock: '192.168.0.0/16', otherTarget: 'vgw-1' })],
    'j',
    '192.168.1.5',
    tcp(443),
  ],
  [
    88,
    [routing('rtb-priv', { destinationPrefixListId: 'pl-s3', otherTarget: 'vpce-1' })],
    'j',
    '52.216.0.9',
    tcp(443),
  ],
  [
    95,
    [including({ ...nic('eni-e', 'priv', '10.0.1.100', 'x', 0), interfaceType: 'vpc_endpoint' })],
    'i',
    '10.0.1.100',
    tcp(443),
  ],
  [
    110,
    [
      eip('eip-j', '203.0.113.18', 'eni-j'),
      including({
        id: 'rtb-edge',
        kind: 'route-table',
        vpcId: 'vpc-v',
        gatewayId: 'igw-v',
        routes: [{ destinationCidrBlock: '10.0.1.0/24', networkInterfaceId: 'eni-k' }],
      }),
    ],
    'internet-x',
    'j',
    tcp(443),
  ],
  [
    113,
    [setting('rtb-pub', { routes: [{ destinationCidrBlock: any, otherTarget: 'vpce-fw' }] })],
    'i',
    X,
    tcp(443),
  ],
  [
    136,
    [routing('rtb-pub', { destinationPrefixListId: 'pl-a', networkInterfaceId: 'eni-k' })],
    'i',
    X,
    tcp(443),
  ],
];

describe('what is not modelled', () => {
  for (const [number, differences, from, to, query] of UNMODELLED)
    it(`gets no verdict and is named: micro-case ${number}`, () => {
      const answer = ask(topology(...differences), undefined, { from, to, ...query });
      expect(answer.verdict).toBe('unknown');
      expect(answer.code).toBe('UNSUPPORTED_COMPONENT');
      expect(answer.notModelled).not.toEqual([]);
    });

  it('does not matter where its route does not match', () => {
    const document = topology(
      viaNat,
      routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', otherTarget: 'tgw-1' }),
      routing('rtb-priv', { destinationPrefixListId: 'pl-s3', otherTarget: 'vpce-1' }),
    );
    const answer = ask(document, undefined, { from: 'j', to: X, ...tcp(443) });
    expect({ verdict: answer.verdict, notModelled: answer.notModelled }).toEqual({
      verdict: 'reachable',
      notModelled: [],
    });
  });

  it('includes route tables that the document does not hold', () => {
    const answer = ask(topology(without('rtb-priv', 'rtb-pub')), undefined, {
      from: 'i',
      to: X,
      ...tcp(443),
    });
    expect({ verdict: answer.verdict, code: answer.code }).toEqual({
      verdict: 'unknown',
      code: 'UNKNOWN_RESOURCE',
    });
  });
});
