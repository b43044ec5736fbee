/** The tracer, which walks with one packet, and the sets, which are made without it, must say the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileNetwork,
  parseEndpoint,
  trace,
  type Endpoint,
  type ScenarioNetwork,
} from '../../catalog/network-roles';
import { makeAddress } from '../../model/ip/address';
import type { LiveState } from '../../model/live';
import type { PathQuery, Verdict } from '../../model/path';
import { arbitraryEnds, arbitraryNetwork } from '../../testing/arbitrary-network';
import { contains, witnessOf } from './boxes';
import { Diagrams, EMPTY, before, type Diagram, type PacketPoint, type Value } from './diagram';
import { flowsBetween, type Flows } from './flows';
import { createGround, type Ground } from './ground';

/** Three questions for every network. */
const RUNS = { seed: 20240611, numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) };

function end(network: ScenarioNetwork, text: string, role: 'from' | 'to'): Endpoint {
  const parsed = parseEndpoint(network, text, role);
  return parsed.ok ? parsed.value : expect.fail(parsed.error.message);
}

/** What the sets say of a packet. */
function verdictOf(flows: Flows, packet: PacketPoint): Verdict {
  if (contains(flows.set, packet)) return 'reachable';
  if (flows.unknown.some(({ set }) => contains(set, packet))) return 'unknown';
  return contains(flows.sometimes, packet) ? 'partial' : 'unreachable';
}

/** The same packet as a question to the tracer. */
function questionOf(
  from: string,
  to: string,
  { address, protocol, port, sourcePort }: PacketPoint,
): PathQuery {
  const at = (text: string): string => (text === 'internet' ? `internet:${makeAddress(address)}` : text);
  const ends = { from: at(from), to: at(to) };
  if (protocol === 6 || protocol === 17) return { ...ends, protocol: `${protocol}`, port, sourcePort };
  return protocol === 1 || protocol === 58
    ? { ...ends, protocol: `${protocol}`, icmpType: port, icmpCode: sourcePort }
    : { ...ends, protocol: `${protocol}` };
}

/** ICMP has no numbers above 255, and goes with its own family. */
const isPacket = ({ address, protocol, port, sourcePort }: PacketPoint): boolean => {
  if (protocol !== 1 && protocol !== 58) return true;
  return port <= 255 && sourcePort <= 255 && (protocol === 58) === (typeof address === 'bigint');
};

/** Packets where something changes: the corners of the parts of a set, and their neighbours. */
function corners(set: Diagram, seeds: readonly number[], like: Value): PacketPoint[] {
  const packets: PacketPoint[] = [];
  for (const seed of seeds) {
    const values: Value[] = [];
    let at: Diagram = set;
    let random = seed;
    for (let level = 0; level < 4; level += 1) {
      random = (Math.imul(random, 1103515245) + 12345) >>> 0;
      if (at.level !== level || at.cuts.length === 0) {
        values.push(level === 0 ? like : (TYPICAL[level]?.[random % 3] ?? 0));
        continue;
      }
      const cut = at.cuts[(random >>> 8) % at.cuts.length] ?? 0;
      const value = (random & 1) === 0 ? cut : before(cut);
      values.push(value);
      const index = at.cuts.findLastIndex((one) => one <= value) + 1;
      at = at.children[index] ?? EMPTY;
    }
    const [address = like, protocol = 6, port = 0, sourcePort = 0] = values;
    packets.push({
      address,
      protocol: Number(protocol),
      port: Number(port),
      sourcePort: Number(sourcePort),
    });
  }
  return packets;
}
const TYPICAL: Readonly<Record<number, readonly number[]>> = {
  1: [6, 17, 1],
  2: [443, 8, 80],
  3: [50_000, 0, 2_000],
};

const seeds = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
const random = (addresses: readonly Value[]): fc.Arbitrary<PacketPoint> =>
  fc.record({
    address: fc.constantFrom(...addresses),
    protocol: fc.constantFrom(6, 6, 17, 1, 58, 50),
    port: fc.constantFrom(0, 8, 22, 80, 128, 443, 3306, 45_000),
    sourcePort: fc.constantFrom(0, 1024, 33_000, 50_000, 65_535),
  });

/** Of the design, or of a moment when some machines do not run. */
const stopped: fc.Arbitrary<LiveState> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .subarray(['i', 'j', 'k', 'd', 'r', 'b'], { minLength: 1, maxLength: 2 })
      .map((ids) => Object.fromEntries(ids.map((id) => [id, { state: 'stopped' }]))),
  },
);

const FAMILIES = [
  {
    family: 4,
    addresses: [0x08080808, 0x01010101, 0xc6336407, 0xc6336450, 0xcb007105],
  },
  {
    family: 6,
    addresses: [0x2a001450n << 96n, (0x2a001450n << 96n) + 5n, 0x2606470047000000n << 64n],
  },
] as const;

const QUESTIONS = 3;

describe('the sets and the tracer', () => {
  it.each(FAMILIES)('agree on every packet that is tried (IPv$family)', ({ family, addresses }) => {
    const seen: Record<Verdict, number> = { reachable: 0, partial: 0, unreachable: 0, unknown: 0 };
    fc.assert(
      fc.property(
        arbitraryNetwork,
        fc.array(arbitraryEnds(family), { minLength: QUESTIONS, maxLength: QUESTIONS }),
        seeds,
        fc.array(random(addresses), { minLength: 3, maxLength: 3 }),
        stopped,
        (document, questions, at, packets, live) => {
          const moment = Object.keys(live).length > 0 ? 0 : 'design';
          const network = compileNetwork({ document, at: moment, live });
          const ground = createGround(network, family, new Diagrams());
          for (const [from, to] of questions)
            compare({ network, ground, from, to, like: addresses[0] }, at, packets, seen);
        },
      ),
      RUNS,
    );
    // Not worth much if hardly anything ever arrives.
    expect(seen.reachable, JSON.stringify(seen)).toBeGreaterThan(RUNS.numRuns / 2);
    expect(seen.unknown, JSON.stringify(seen)).toBeGreaterThan(0);
    if (family === 4) expect(seen.partial, JSON.stringify(seen)).toBeGreaterThan(0);
  });
});

/** Addresses of the document are asked about by themselves, not as a part of the internet. */
const isOwn = (network: ScenarioNetwork, address: Value): boolean =>
  network.publicOwners.has(address) || network.idleAddresses.has(address);

interface Asked {
  readonly network: ScenarioNetwork;
  readonly ground: Ground;
  readonly from: string;
  readonly to: string;
  readonly like: Value;
}

function compare(
  { network, ground, from, to, like }: Asked,
  at: readonly number[],
  packets: readonly PacketPoint[],
  seen: Record<Verdict, number>,
): void {
  const { store } = ground;
  const flows = flowsBetween(ground, end(network, from, 'from'), end(network, to, 'to'));
  const sets = [flows.set, flows.sometimes, ...flows.unknown.map(({ set }) => set), flows.asked];
  const witnesses = [flows.set, flows.sometimes, store.subtract(flows.asked, flows.set)].flatMap(
    (set) => witnessOf(set, like) ?? [],
  );
  const tried = [...witnesses, ...packets, ...sets.flatMap((set) => corners(set, at, like))];
  for (const packet of tried) {
    if (!isPacket(packet) || !contains(flows.asked, packet) || isOwn(network, packet.address)) continue;
    const question = questionOf(from, to, packet);
    const traced = trace(network, question);
    if (!traced.ok) expect.fail(traced.error.message);
    const verdict = verdictOf(flows, packet);
    seen[verdict] += 1;
    if (traced.value.verdict !== verdict)
      expect.fail(
        `${JSON.stringify(question)}: the sets say ${verdict}, the tracer says ${traced.value.verdict} (${traced.value.blockers.map(({ message }) => message).join(' ')} ${traced.value.notModelled.join(' ')})`,
      );
  }
}
