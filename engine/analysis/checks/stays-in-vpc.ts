/** "No packet of X leaves its VPC": yes, or a packet that does, by whatever way. */
import type { StaysInVpcCheck } from '../../model/document';
import type { PathQuery } from '../../model/path';
import type { Endpoint } from '../../network/endpoints';
import type { Interface, Vpc } from '../../network/network';
import { witnessOf } from '../../network/symbolic/boxes';
import { EMPTY } from '../../network/symbolic/diagram';
import { forwardBetween, type Arrivals } from '../../network/symbolic/flows';
import { tracePath } from '../../network/trace';
import type { Touched } from '../../network/walk';
import { parseEndpoint } from '../../catalog/network-roles';
import type { CheckGround } from './ground';
import { packetText, questionOf } from './packets';
import type { Verdict } from './path-check';

export function judgeStaysInVpc(check: StaysInVpcCheck, ground: CheckGround, touched: Touched): Verdict {
  const { network } = ground;
  const from = parseEndpoint(network, check.from, 'from');
  const cannotTell = (message: string, code: string): Verdict => ({
    outcome: 'unknown',
    code,
    message,
    read: 'all',
  });
  if (!from.ok) return cannotTell(from.error.message, 'UNKNOWN_RESOURCE');
  const own = interfacesOf(from.value);
  const [first] = own;
  if (!first) return cannotTell(`"${check.from}" is not in a VPC.`, 'UNKNOWN_RESOURCE');
  let doubt: string | null = null;
  for (const { to, text, way } of exitsOf(ground, first.subnet.vpc)) {
    const found = leaving(
      ground,
      touched,
      first.subnet.vpc,
      { end: from.value, text: check.from },
      { end: to, text },
    );
    if (found.query)
      return {
        outcome: 'fails',
        code: 'X_CHECK_LEAVES_VPC',
        message: `${packetText(found.query)} from ${check.from} leaves the VPC: ${way}.`,
        counterExample: found.query,
        read: 'all',
      };
    doubt ??= found.doubt;
  }
  if (doubt !== null) return cannotTell(`This can’t be told: ${doubt}`, 'UNSUPPORTED_COMPONENT');
  return {
    outcome: 'holds',
    message: `No packet of ${check.from} leaves ${first.subnet.vpc.label}.`,
    read: 'all',
  };
}

const interfacesOf = (end: Endpoint): readonly Interface[] =>
  end.type === 'host' ? end.host.interfaces : end.type === 'interface' ? [end.interface] : [];

interface Exit {
  readonly to: Endpoint;
  /** How a question names it. */
  readonly text: string;
  readonly way: string;
}

/** Everything outside that a packet could be addressed to. */
function exitsOf({ network }: CheckGround, vpc: Vpc): readonly Exit[] {
  const exits: Exit[] = [
    {
      to: { type: 'internet', address: null, scope: 'any' },
      text: 'internet',
      way: 'it reaches the internet',
    },
  ];
  for (const endpoint of network.endpoints.values())
    if (endpoint.vpc === vpc)
      exits.push({
        to: { type: 'endpoint', endpoint },
        text: endpoint.id,
        way: `it reaches ${endpoint.serviceName} by ${endpoint.label}`,
      });
  for (const other of network.interfaces.values())
    if (other.subnet.vpc !== vpc)
      exits.push({
        to: { type: 'interface', interface: other, address: null },
        text: other.id,
        way: `it reaches ${other.host?.label ?? other.label} in ${other.subnet.vpc.label}`,
      });
  return exits;
}

interface Named {
  readonly end: Endpoint;
  /** How a question names it. */
  readonly text: string;
}

const isIn = (vpc: Vpc, end: Arrivals['arrivals'][number]['to']): boolean =>
  typeof end !== 'string' && end.type === 'interface' && end.subnet.vpc === vpc;

function leaving(
  { network, sets, ignoresServices }: CheckGround,
  touched: Touched,
  vpc: Vpc,
  from: Named,
  to: Named,
): { readonly query: PathQuery | null; readonly doubt: string | null } {
  let doubt: string | null = null;
  for (const family of [4, 6] as const) {
    const ground = sets(family);
    const { arrivals, unknown } = forwardBetween(ground, from.end, to.end);
    const arrives = ground.store.unionOf(
      arrivals.filter(({ to: end }) => !isIn(vpc, end)).map(({ set }) => set),
    );
    const packet = witnessOf(arrives, family === 6 ? 0n : 0);
    if (packet) {
      const query = {
        ...questionOf(from.text, to.text, packet),
        ...(ignoresServices ? { ignoreServices: true } : {}),
      };
      const path = tracePath(network, query, touched);
      // Whether an answer comes home does not matter: the packet is gone.
      if (path.ok && path.value.blockers.every(({ direction }) => direction === 'return'))
        return { query, doubt };
      doubt ??= `a packet to ${to.text} seems to leave, but a trace of it does not confirm that.`;
    }
    for (const one of unknown) if (one.set !== EMPTY) doubt ??= one.doubts[0]?.message ?? null;
  }
  return { query: null, doubt };
}
