/**
 * Public IPv4 addresses that EC2 hands out by itself: who asks for one, and which one it would be.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
import { makeIpv4, parseIpv4 } from '../model/ip/ipv4';
import type { ResourceId } from '../model/resource';
import type { Resource, ResourceOf, Scenario } from './descriptors';
import { LastAnswer } from './last-answer';
import { allOf, getKind, interfacesOf } from './lookup';

/** 54.128.0.0/9: inside Amazon's own space, so that nobody takes it for somebody else's machine. */
const POOL_FIRST = (54 * 256 + 128) * 65536;
const POOL_BITS = 23;
const ASSIGNMENT_BITS = 6;
const SLOT_BITS = POOL_BITS - ASSIGNMENT_BITS - 1;
const SLOTS = 2 ** SLOT_BITS;

interface Allocation {
  readonly seed: number;
  readonly slots: ReadonlyMap<ResourceId, number>;
  /** Elastic IPs: an address that is somebody's already is not handed out. */
  readonly taken: ReadonlySet<number>;
}

// Documents are immutable, so an allocation stays true as long as its resources object lives.
const allocations = new WeakMap<Scenario['resources'], Allocation>();

/**
 * The public IPv4 address an interface gets at its nth assignment (0 at launch, 1 at the first start after a stop …).
 * A function of the seed, the id and the number alone; two interfaces of a document never share one.
 */
export const autoAssignedAddress = (document: Scenario, eniId: ResourceId, assignment: number): string =>
  autoAssignedAddresses(document, eniId)(assignment);

/** The same for one that is asked often. */
export function autoAssignedAddresses(document: Scenario, eniId: ResourceId): (assignment: number) => string {
  const { slots, taken } = allocationOf(document);
  const slot = slots.get(eniId) ?? hash(document.seed, eniId) % SLOTS;
  return (assignment) => addressAt(slot, assignment, taken);
}

function addressAt(slot: number, assignment: number, taken: ReadonlySet<number>): string {
  const index = slot * 2 ** ASSIGNMENT_BITS + (assignment % 2 ** ASSIGNMENT_BITS);
  const first = POOL_FIRST + scatter(index);
  // The upper half of the index space is kept for addresses that turn out to be an Elastic IP.
  const address = taken.has(first) ? POOL_FIRST + scatter(index + 2 ** (POOL_BITS - 1)) : first;
  return makeIpv4(address);
}

/**
 * Does EC2 give the instance a public IPv4 address when it starts? The launch option decides, else the subnet;
 * never with several interfaces, and not where an Elastic IP is associated.
 */
export function wantsPublicAddress(document: Scenario, instanceId: ResourceId): boolean {
  const primary = interfacesOf(document, instanceId)[0];
  return (
    primary !== undefined &&
    !elasticInterfaces(document).has(primary.id) &&
    asksForPublicAddress(document, instanceId)
  );
}

/** The same, whether or not an Elastic IP is there now. */
export function asksForPublicAddress(document: Scenario, instanceId: ResourceId): boolean {
  const instance = getKind(document, instanceId, 'instance');
  const interfaces = interfacesOf(document, instanceId);
  const primary = interfaces[0];
  if (!instance || !primary || interfaces.length > 1 || primary.attachment?.deviceIndex !== 0) return false;
  if (primary.privateIpAddress === undefined) return false;
  const subnet = getKind(document, primary.subnetId, 'subnet');
  return instance.associatePublicIpAddress ?? subnet?.mapPublicIpOnLaunch ?? false;
}

/** Public address by private address, for each interface that has one. */
export type PublicAddresses = ReadonlyMap<ResourceId, ReadonlyMap<string, string>>;

/**
 * The auto-assigned public addresses of a document as it was drawn, before any run: what an import found, else
 * the first assignment of every instance that asks for one. Elastic IPs are not in it.
 */
export function designAddresses(document: Scenario): PublicAddresses {
  const known = designs.get(document);
  if (known) return known;
  const lists = (['network-interface', 'instance', 'subnet', 'elastic-ip'] as const).map((kind) =>
    allOf(document, kind),
  );
  const found = lastDesign.recall([...lists, document.observed, document.seed], () =>
    addressesAsDrawn(document),
  );
  designs.set(document, found);
  return found;
}

// A document never changes, so its addresses stay true as long as it lives.
const designs = new WeakMap<Scenario, PublicAddresses>();
const lastDesign = new LastAnswer<PublicAddresses>();

function addressesAsDrawn(document: Scenario): PublicAddresses {
  const found = new Map<ResourceId, ReadonlyMap<string, string>>();
  for (const eni of allOf(document, 'network-interface')) {
    const instanceId = eni.attachment?.instanceId;
    const pairs = observedPairs(document, eni);
    if (pairs.length > 0) {
      found.set(eni.id, new Map(pairs));
      continue;
    }
    // What was imported has the addresses it was seen with, whatever its subnet says today.
    if (instanceId === undefined || document.observed[instanceId]?.awsId !== undefined) continue;
    if (eni.attachment?.deviceIndex !== 0 || eni.privateIpAddress === undefined) continue;
    if (!wantsPublicAddress(document, instanceId)) continue;
    found.set(eni.id, new Map([[eni.privateIpAddress, autoAssignedAddress(document, eni.id, 0)]]));
  }
  return found;
}

/** Of its instance and of itself, for addresses that it still has. */
function observedPairs(
  document: Scenario,
  eni: ResourceOf<'network-interface'>,
): readonly [string, string][] {
  const instanceId = eni.attachment?.instanceId;
  const ofInstance = instanceId === undefined ? undefined : document.observed[instanceId]?.publicIps;
  const ofInterface = document.observed[eni.id]?.publicIps;
  if (!ofInstance && !ofInterface) return [];
  const own = [eni.privateIpAddress, ...(eni.secondaryPrivateIpAddresses ?? [])];
  return Object.entries({ ...ofInstance, ...ofInterface }).filter(([address]) => own.includes(address));
}

const elastic = new WeakMap<Scenario['resources'], ReadonlySet<ResourceId>>();

function elasticInterfaces(document: Scenario): ReadonlySet<ResourceId> {
  const known = elastic.get(document.resources);
  if (known) return known;
  const ids = new Set<ResourceId>();
  for (const address of allOf(document, 'elastic-ip'))
    if (address.networkInterfaceId !== undefined) ids.add(address.networkInterfaceId);
  elastic.set(document.resources, ids);
  return ids;
}

function allocationOf(document: Scenario): Allocation {
  const known = allocations.get(document.resources);
  if (known?.seed === document.seed) return known;
  const slots = new Map<ResourceId, number>();
  const used = new Set<number>();
  const interfaces: readonly Resource[] = allOf(document, 'network-interface');
  for (const { id } of interfaces) {
    let slot = hash(document.seed, id) % SLOTS;
    while (used.has(slot) && used.size < SLOTS) slot = (slot + 1) % SLOTS;
    used.add(slot);
    slots.set(id, slot);
  }
  const taken = new Set<number>();
  for (const { publicIp } of allOf(document, 'elastic-ip')) {
    const address = parseIpv4(publicIp);
    if (address !== null) taken.add(address);
  }
  const allocation: Allocation = { seed: document.seed, slots, taken };
  allocations.set(document.resources, allocation);
  return allocation;
}

/** FNV-1a over the seed and the id; 32-bit unsigned. */
function hash(seed: number, text: string): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  value = Math.imul(value, 0x01000193) >>> 0;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}

/** One to one on the pool: odd multipliers and a folded shift, so that neighbours look unrelated. */
function scatter(index: number): number {
  const mask = 2 ** POOL_BITS - 1;
  let value = Math.imul(index, 0x9e3779b1) & mask;
  value ^= value >>> 12;
  return (Math.imul(value, 0x85ebca6b) & mask) >>> 0;
}
