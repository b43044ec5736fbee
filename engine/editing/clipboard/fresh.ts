/** What a copy is given anew so that nothing in the document has it twice: names, blocks, addresses. */
import type { Scenario } from '../../catalog/descriptors';
import { allOf, sorted } from '../../catalog/lookup';
import {
  blockOf6,
  cidrOverlaps,
  isIpv6,
  makeAddress,
  makeCidr,
  parseAddress,
  type Ipv6,
} from '../../model/ip/address';
import {
  blockOf,
  cidr4Contains,
  cidr4Overlaps,
  makeCidr4,
  makeIpv4,
  parseCidr4,
  parseIpv4,
  type Cidr4,
} from '../../model/ip/ipv4';
import type { ResourceId } from '../../model/resource';
import { ipv6AddressesIn, isReserved6, parseBlock6, type Block6 } from '../ipv6-space';
import { addressesIn, isReserved } from '../next-address';
import { firstFree, vpcBlocks } from '../next-cidr';
import { freePublicAddress, publicAddressesOf } from '../next-public-address';

/** `web-1` is followed by `web-2`, `web` by `web-2`. */
export function nextLike(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  const numbered = /^(.*)-(\d{1,9})$/.exec(name);
  const stem = numbered?.[1] ?? name;
  let number = Number(numbered?.[2] ?? 1);
  do number += 1;
  while (taken.has(`${stem}-${number}`));
  return `${stem}-${number}`;
}

/** Keeps count of what is taken while many copies are made: the document alone would be searched for each. */
export class Fresh {
  readonly #document: Scenario;
  readonly #names: Set<string>;
  readonly #groupNames = new Map<string, Set<string>>();
  readonly #publicAddresses: Set<string>;
  readonly #addresses = new Map<ResourceId, Set<string>>();
  readonly #addresses6 = new Map<ResourceId, Set<Ipv6>>();
  readonly #blocks: Cidr4[];
  readonly #blocks6: Block6[];
  readonly #subnetBlocks = new Map<ResourceId, Cidr4[]>();
  readonly #subnetBlocks6 = new Map<ResourceId, Block6[]>();

  constructor(document: Scenario) {
    this.#document = document;
    this.#names = new Set(sorted(document).flatMap(({ name }) => name ?? []));
    this.#publicAddresses = publicAddressesOf(document);
    this.#blocks = allOf(document, 'vpc').flatMap(vpcBlocks);
    this.#blocks6 = allOf(document, 'vpc').flatMap((vpc) => parseBlock6(vpc.ipv6CidrBlock) ?? []);
  }

  name(wanted: string): string {
    const name = nextLike(this.#names, wanted);
    this.#names.add(name);
    return name;
  }

  /** Names of groups are unique in their VPC, whatever their case. */
  groupName(vpcId: ResourceId, wanted: string): string {
    const taken = this.#groupsOf(vpcId);
    const name = [wanted, ...(wanted === wanted.toLowerCase() ? [] : [wanted.toLowerCase()])].find(
      (one) => !taken.has(one.toLowerCase()),
    );
    const free = name ?? nextLike(taken, wanted.toLowerCase());
    taken.add(free.toLowerCase());
    return free;
  }

  #groupsOf(vpcId: ResourceId): Set<string> {
    const known = this.#groupNames.get(vpcId);
    if (known) return known;
    const names = new Set(
      allOf(this.#document, 'security-group')
        .filter((group) => group.vpcId === vpcId)
        .map((group) => group.groupName.toLowerCase()),
    );
    this.#groupNames.set(vpcId, names);
    return names;
  }

  placementGroupName(wanted: string): string {
    return this.#named('placement', wanted, () =>
      allOf(this.#document, 'placement-group').map((one) => one.groupName),
    );
  }

  prefixListName(wanted: string): string {
    return this.#named('list', wanted, () =>
      allOf(this.#document, 'prefix-list').map((one) => one.prefixListName),
    );
  }

  #named(what: string, wanted: string, there: () => readonly string[]): string {
    const taken = this.#groupNames.get(`/${what}`) ?? new Set(there());
    this.#groupNames.set(`/${what}`, taken);
    const name = nextLike(taken, wanted);
    taken.add(name);
    return name;
  }

  publicAddress(wanted?: string): string {
    const isFree = wanted !== undefined && !this.#publicAddresses.has(wanted);
    const address = isFree ? wanted : freePublicAddress(this.#publicAddresses);
    this.#publicAddresses.add(address);
    return address;
  }

  /** A block as large as another, over no other VPC's: the same where it is free. `undefined` when none is left. */
  vpcBlock(wanted: Cidr4): Cidr4 | undefined {
    const isFree = (block: Cidr4): boolean => !this.#blocks.some((other) => cidr4Overlaps(other, block));
    const block = isFree(wanted)
      ? wanted
      : spaces(wanted).flatMap((space) => firstFree(space, wanted.prefix, this.#blocks) ?? [])[0];
    if (block) this.#blocks.push(block);
    return block;
  }

  /** AWS chooses the IPv6 block of a VPC: here one of those kept for documentation. */
  vpcBlock6(wanted: Block6): Block6 | undefined {
    const isFree = (block: Block6): boolean => !this.#blocks6.some((other) => cidrOverlaps(other, block));
    let block: Block6 | undefined = isFree(wanted) ? wanted : undefined;
    for (let number = 1n; !block && number <= MOST_TRIES; number += 1n) {
      const next = block6At((0x2001_0db8n << 96n) + (number << 80n), 56);
      if (isFree(next)) block = next;
    }
    if (block) this.#blocks6.push(block);
    return block;
  }

  /** A block of a subnet in a VPC: the wanted one, else as large, else smaller. `undefined` when nothing is left. */
  subnetBlock(vpcId: ResourceId, inside: readonly Cidr4[], wanted: Cidr4): Cidr4 | undefined {
    const taken = this.#subnetBlocksOf(vpcId);
    let block: Cidr4 | undefined = inside.some((outer) => cidr4Contains(outer, wanted))
      ? [wanted].find((one) => !taken.some((other) => cidr4Overlaps(other, one)))
      : undefined;
    for (let prefix = wanted.prefix; !block && prefix <= 28; prefix += 1)
      block = inside.flatMap((outer) =>
        outer.prefix <= prefix ? (firstFree(outer, prefix, taken) ?? []) : [],
      )[0];
    if (block) taken.push(block);
    return block;
  }

  #subnetBlocksOf(vpcId: ResourceId): Cidr4[] {
    const known = this.#subnetBlocks.get(vpcId);
    if (known) return known;
    const blocks = allOf(this.#document, 'subnet').flatMap((subnet) =>
      subnet.vpcId === vpcId ? (parseCidr4(subnet.cidrBlock ?? '') ?? []) : [],
    );
    this.#subnetBlocks.set(vpcId, blocks);
    return blocks;
  }

  subnetBlock6(vpcId: ResourceId, inside: Block6, wanted: Block6): Block6 | undefined {
    const taken =
      this.#subnetBlocks6.get(vpcId) ??
      allOf(this.#document, 'subnet').flatMap((subnet) =>
        subnet.vpcId === vpcId ? (parseBlock6(subnet.ipv6CidrBlock) ?? []) : [],
      );
    this.#subnetBlocks6.set(vpcId, taken);
    const isFree = (block: Block6): boolean =>
      block.first >= inside.first &&
      block.last <= inside.last &&
      !taken.some((other) => cidrOverlaps(other, block));
    let block: Block6 | undefined = isFree(wanted) ? wanted : undefined;
    for (let number = 0n; !block && number < MOST_TRIES; number += 1n) {
      const next = block6At(inside.first + (number << 64n), 64);
      if (next.last > inside.last) break;
      if (isFree(next)) block = next;
    }
    if (block) taken.push(block);
    return block;
  }

  /** The wanted address of a subnet if it is free, else the lowest that is. `undefined` when the subnet is full. */
  address(subnetId: ResourceId, block: Cidr4, wanted: number | null): string | undefined {
    const taken = this.#addresses.get(subnetId) ?? new Set(addressesIn(this.#document, subnetId).keys());
    this.#addresses.set(subnetId, taken);
    const isFree = (address: number): boolean =>
      address >= block.first &&
      address < block.last &&
      !isReserved(block, address) &&
      !taken.has(makeIpv4(address));
    let address = wanted !== null && isFree(wanted) ? wanted : block.first + 4;
    while (address < block.last && !isFree(address)) address += 1;
    if (address >= block.last) return undefined;
    const text = makeIpv4(address);
    taken.add(text);
    return text;
  }

  address6(subnetId: ResourceId, block: Block6, wanted: Ipv6 | null): string | undefined {
    const taken = this.#addresses6.get(subnetId) ?? new Set(ipv6AddressesIn(this.#document, subnetId).keys());
    this.#addresses6.set(subnetId, taken);
    const isFree = (address: Ipv6): boolean =>
      address >= block.first && address < block.last && !isReserved6(block, address) && !taken.has(address);
    let address = wanted !== null && isFree(wanted) ? wanted : block.first + 4n;
    while (address < block.last && !isFree(address)) address += 1n;
    if (address >= block.last) return undefined;
    taken.add(address);
    return makeAddress(address);
  }
}

/** A VPC has 256 blocks of this size, and no document so many VPCs: beyond this nothing is free. */
const MOST_TRIES = 65_536n;

function block6At(address: Ipv6, prefix: number): Block6 {
  const { first, last } = blockOf6(address, prefix);
  return { first: first as Ipv6, last: last as Ipv6, prefix };
}

/**
 * Where a block of that kind may lie: the private range that it is in, then 10.0.0.0/8.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
function spaces(wanted: Cidr4): readonly Cidr4[] {
  const all = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].flatMap(
    (text) => parseCidr4(text) ?? [],
  );
  const own = all.filter((space) => cidr4Contains(space, wanted));
  return [...own, ...all.slice(0, 1)];
}

/** The same place in another block of the same size; `null` where there is none. */
export function shifted4(text: string | undefined, from: Cidr4 | null, to: Cidr4 | null): number | null {
  const address = parseIpv4(text ?? '');
  if (address === null || !from || !to) return null;
  return to.first + (address - from.first);
}

export function shifted6(text: string, from: Block6 | null, to: Block6 | null): Ipv6 | null {
  const address = parseAddress(text);
  if (address === null || !isIpv6(address) || !from || !to) return null;
  return to.first + (address - from.first);
}

/** A block of a VPC, where it lies once the VPC has another one. */
export function shiftedBlock(
  block: Cidr4,
  from: readonly Cidr4[],
  to: readonly (Cidr4 | undefined)[],
): Cidr4 {
  const index = from.findIndex((outer) => cidr4Contains(outer, block));
  const [outer, target] = [from[index], to[index]];
  return outer && target ? blockOf(target.first + (block.first - outer.first), block.prefix) : block;
}

export const textOf = (block: Cidr4): string => makeCidr4(block);
export const textOf6 = (block: Block6): string => makeCidr(block);
