/** Asks one packet of every class and puts the answers together. */
import { parseAddress, type Address } from '../model/ip/address';
import type { Endpoint } from './endpoints';
import { cellsOf, cutsOf, memberOf, publicRanges, type AddressRange } from './classes';
import type { Network } from './network';
import { joinRanges, type Range } from './packet';
import { addTouched, probe, type Outcome, type Traffic } from './probe';
import { familyBetween, familyOf, type Family } from './source-and-destination';
import { untouched, type Touched } from './walk';
import { blocksText, listText, protocolText, rangeText } from './words';

export interface Question {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly traffic: Traffic;
  readonly anyPort: boolean;
  readonly ignoresServices: boolean;
}

export interface Sweep {
  readonly works: Outcome['works'];
  /** The packet that is shown: one that works where only some do, else the most typical one. */
  readonly shown: Outcome;
  readonly outcomes: readonly Outcome[];
  /** What works, in words, where only a part does. */
  readonly working: string | null;
}

interface Cell {
  readonly addresses: AddressRange;
  readonly ports: Range;
  readonly outcome: Outcome;
}

/** More classes than this are a document that nobody drew: the answer says that it is not known. */
const MOST_CLASSES = 6000;
const ROUNDS = 6;
const ALL_PORTS: readonly Range[] = [[0, 65535]];
const TYPICAL_PORTS = [443, 80, 22];

/**
 * @param touched takes up all that was looked at
 * @returns `null` where there are too many classes to ask one by one.
 */
export function sweep(network: Network, question: Question, touched: Touched): Sweep | null {
  const { from, to, traffic, anyPort } = question;
  const outside = from.type === 'internet' ? from : to.type === 'internet' ? to : null;
  const anyAddress = outside?.address === null;
  const scopeAddress: Address | null = outside?.address ?? (to.type === 'address' ? to.address : null);
  if (!anyAddress && !anyPort) {
    const shown = probe(network, from, to, traffic, {
      outside: scopeAddress,
      outsideScope: outside?.scope ?? 'one',
      anyPort: false,
      ignoresServices: question.ignoresServices,
    });
    addTouched(touched, shown.touched);
    return { works: shown.works, shown, outcomes: [shown], working: clientPortsText(shown) };
  }
  const family = familyBetween(from, to);
  const addressSpace: readonly AddressRange[] = anyAddress ? publicRanges(network, family) : [[0, 0]];
  const portSpace: readonly Range[] = anyPort ? ALL_PORTS : [[traffic.port ?? 0, traffic.port ?? 0]];
  const typical = typicalAddresses(network, family);
  const met = untouched();
  const isOwn = (address: Address): boolean => {
    touched.addresses.add(address);
    return network.publicOwners.has(address) || network.idleAddresses.has(address);
  };
  const asked = new Map<string, Outcome>();
  const ask = (address: Address, port: number): Outcome => {
    const key = `${address} ${port}`;
    const known = asked.get(key);
    if (known) return known;
    const end = (endpoint: Endpoint): Endpoint =>
      anyAddress && endpoint.type === 'internet' ? { ...endpoint, address } : endpoint;
    const outcome = probe(network, end(from), end(to), anyPort ? { ...traffic, port } : traffic, {
      outside: anyAddress ? address : scopeAddress,
      outsideScope: outside?.scope ?? 'one',
      anyPort,
      ignoresServices: question.ignoresServices,
    });
    asked.set(key, outcome);
    addTouched(met, outcome.touched);
    return outcome;
  };

  let cells: Cell[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const cuts = cutsOf(met, traffic.protocol);
    const addressCells = anyAddress ? cellsOf(addressSpace, cuts.addresses) : addressSpace;
    const portCells = anyPort ? cellsOf(portSpace, cuts.ports) : portSpace;
    if (addressCells.length * portCells.length > MOST_CLASSES) {
      addTouched(touched, met);
      return null;
    }
    const before = cells.length;
    cells = addressCells.flatMap((addresses) => {
      const address = anyAddress ? memberOf(addresses, typical, isOwn) : 0;
      if (address === null) return [];
      return portCells.map((ports) => ({
        addresses,
        ports,
        outcome: ask(address, memberOf(ports, TYPICAL_PORTS, isNone) ?? ports[0]),
      }));
    });
    if (cells.length === before) break;
  }
  addTouched(touched, met);
  return summarize(cells, question, anyAddress);
}

function typicalAddresses(network: Network, family: Family): readonly Address[] {
  const clients = [...network.worlds.values()].map(({ clientAddress }) => clientAddress);
  const documentation = parseAddress(family === 4 ? '198.51.100.7' : '2001:db8:ffff::7');
  return [...clients, ...(documentation === null ? [] : [documentation])].filter(
    (address) => familyOf(address) === family,
  );
}

function summarize(cells: readonly Cell[], question: Question, anyAddress: boolean): Sweep {
  const outcomes = cells.map(({ outcome }) => outcome);
  const count = (works: Outcome['works']): number => outcomes.filter((one) => one.works === works).length;
  const first = (works: Outcome['works']): Outcome | undefined => {
    const some = cells.filter(({ outcome }) => outcome.works === works);
    const typical = some.find(({ ports }) =>
      TYPICAL_PORTS.some((port) => port >= ports[0] && port <= ports[1]),
    );
    return (typical ?? some[0])?.outcome;
  };
  const all = outcomes.length;
  const works: Outcome['works'] =
    count('all') === all ? 'all' : count('none') === all ? 'none' : count('unknown') > 0 ? 'unknown' : 'part';
  const order: Outcome['works'][] =
    works === 'unknown' ? ['unknown', 'all', 'part', 'none'] : ['all', 'part', 'none', 'unknown'];
  const shown = order.map(first).find((one) => one !== undefined);
  if (!shown) throw new Error('a question has at least one class');
  const working = works === 'part' ? workingText(cells, question, anyAddress) : null;
  return { works, shown, outcomes, working };
}

/** `tcp 22 from 203.0.113.0/24 and 198.51.100.0/26` */
function workingText(cells: readonly Cell[], question: Question, anyAddress: boolean): string {
  const { traffic, anyPort, from } = question;
  const side = from.type === 'internet' ? 'from' : 'to';
  const byPorts = new Map<string, { readonly ports: readonly Range[]; readonly addresses: AddressRange[] }>();
  const rows = new Map<Address, { readonly addresses: AddressRange; readonly ports: Range[] }>();
  let answeredPartly = false;
  for (const { addresses, ports, outcome } of cells) {
    if (outcome.works !== 'all' && outcome.works !== 'part') continue;
    answeredPartly ||= outcome.works === 'part';
    const row = rows.get(addresses[0]);
    if (row) row.ports.push(ports);
    else rows.set(addresses[0], { addresses, ports: [ports] });
  }
  for (const row of rows.values()) {
    const ports = joinRanges(row.ports);
    const key = ports.map(rangeText).join();
    const same = byPorts.get(key);
    if (same) same.addresses.push(row.addresses);
    else byPorts.set(key, { ports, addresses: [row.addresses] });
  }
  const everything = new Set(cells.map(({ addresses }) => addresses[0])).size;
  const parts = [...byPorts.values()].map(({ ports, addresses }) => {
    const what = anyPort
      ? `${protocolText(traffic.protocol)} ${listText(ports.map(rangeText))}`
      : trafficWords(traffic);
    if (!anyAddress) return what;
    if (addresses.length === everything) return `${what} ${side} every public address`;
    const blocks = blocksOf(addresses);
    const others = blocksOf(cells.map((cell) => cell.addresses).filter((cell) => !addresses.includes(cell)));
    return blocks.length <= others.length
      ? `${what} ${side} ${listText(blocks)}`
      : `${what} ${side} every public address but ${listText(others)}`;
  });
  const tail = answeredPartly ? ' (answers arrive for a part of the client ports only)' : '';
  return `Works for ${listText(parts)}${tail}.`;
}

const blocksOf = (addresses: readonly AddressRange[]): readonly string[] =>
  joinRanges(addresses).flatMap(([first, last]) => blocksText(first, last));

const isNone = (): boolean => false;

function trafficWords({ protocol, port }: Traffic): string {
  return port === null ? protocolText(protocol) : `${protocolText(protocol)} ${port}`;
}

function clientPortsText({ clientPorts, works, workingWays }: Outcome): string | null {
  if (works !== 'part') return null;
  if (workingWays) return workingWays.length === 0 ? null : `Works by ${listText(workingWays)} only.`;
  if (!clientPorts) return 'Answers arrive for a part of the ports of the address translation only.';
  const answered = listText(clientPorts.answered.map(rangeText));
  const asked = listText(clientPorts.asked.map(rangeText));
  return `Works for client ports ${answered}; a client takes one of ${asked}.`;
}
