/** AWS output in, a document and a report out: collect, complete, number, translate. */
import type { Kind, Resource, Scenario } from '../../catalog/descriptors';
import { descriptorOf } from '../../catalog/descriptors';
import type { Observed } from '../../model/document';
import type { ImportLine, InputFile, TerminatedInstance } from '../../model/import';
import type { ResourceId } from '../../model/resource';
import { FILE_LIMITS } from '../../model/json';
import { fail, ok, type Result } from '../../model/result';
import { emptyScenario } from '../../persistence/empty';
import { collect } from './collect';
import type { Collected, Element, ForeignFile } from './collected';
import { complete } from './complete';
import { addEgressOnlyInternetGateway, addVpcPeeringConnection } from './connections';
import { addElasticIp, addInternetGateway, addNatGateway } from './gateways';
import { byCodeUnit, IdBook } from './id-book';
import type { HeldList } from './lists';
import { addLoadBalancer, addTargetGroup } from './load-balancers';
import { addInstance, addPlacementGroup, addVolume, groupsByName } from './machines';
import { aclsOfSubnets, addNetworkAcl } from './network-acls';
import { InterfaceTranslator } from './network-interfaces';
import { Nodes } from './nodes';
import { addOtherResource } from './other-resources';
import { isAccountId } from './place';
import { addPlaces, addSubnet, addVpc } from './places';
import { addPrefixList } from './prefix-lists';
import { readJson } from './read-json';
import { Regions } from './regions';
import { ImportReport } from './report';
import { addRouteTable, tablesOfSubnets } from './route-tables';
import { addSecurityGroup, rulesByGroup } from './security-groups';
import type { Translation } from './translation';
import { text } from './values';
import { addVpcEndpoint } from './vpc-endpoints';
import { Zones } from './zones';

export interface Imported {
  readonly document: Scenario;
  readonly report: readonly ImportLine[];
  readonly terminated: readonly TerminatedInstance[];
}

/** The list each kind comes from. */
const KINDS: readonly (readonly [Kind, HeldList])[] = [
  ['vpc', 'Vpcs'],
  ['subnet', 'Subnets'],
  ['route-table', 'RouteTables'],
  ['network-acl', 'NetworkAcls'],
  ['security-group', 'SecurityGroups'],
  ['internet-gateway', 'InternetGateways'],
  ['nat-gateway', 'NatGateways'],
  ['placement-group', 'PlacementGroups'],
  ['instance', 'Instances'],
  ['network-interface', 'NetworkInterfaces'],
  ['elastic-ip', 'Addresses'],
  ['volume', 'Volumes'],
  ['egress-only-internet-gateway', 'EgressOnlyInternetGateways'],
  ['vpc-peering-connection', 'VpcPeeringConnections'],
  ['vpc-endpoint', 'VpcEndpoints'],
  ['load-balancer', 'LoadBalancers'],
  ['target-group', 'TargetGroups'],
  ['prefix-list', 'PrefixLists'],
  ['other-resource', 'OtherResources'],
];

/** Without these a verdict rests on guesses; what is missing is said. */
const CORE: readonly (readonly [HeldList, string, string])[] = [
  ['RouteTables', 'describe-route-tables', 'whatever leaves a subnet is answered unknown'],
  ['NetworkAcls', 'describe-network-acls', 'what they would stop can’t be seen'],
  ['SecurityGroups', 'describe-security-groups', 'what they allow is not known'],
  ['NetworkInterfaces', 'describe-network-interfaces', 'only interfaces of instances are drawn'],
  ['Instances', 'describe-instances', 'their states and types are not known'],
  ['InternetGateways', 'describe-internet-gateways', 'routes to one are answered unknown'],
];

/**
 * Makes a document of `aws ec2 describe-*` output.
 * @param files any mix of files; folder names may be region codes or `accounts/ID/REGION`.
 * @returns the document, not laid out yet, and what could not be taken over. Fails with `not-json`, `too-deep`, `too-large`
 * or `not-aws-output`.
 */
export function importAws(files: readonly InputFile[]): Result<Imported> {
  const read = readFiles(files);
  return read.ok ? importValues(read.value) : read;
}

/** Reads the files' JSON under the caps on size and depth. */
export function readFiles(files: readonly InputFile[]): Result<readonly ForeignFile[]> {
  const size = files.reduce((sum, file) => sum + file.text.length, 0);
  if (size > FILE_LIMITS.maxLength)
    return fail(
      'too-large',
      'The files are larger than 256 MB together; that is the most that can be opened.',
      files[0]?.name,
    );
  const read: ForeignFile[] = [];
  for (const { name, text: contents } of files) {
    const values = readJson(name, contents);
    if (!values.ok) return values;
    read.push({ name, values: values.value });
  }
  return ok(read);
}

/** The same for values that were read already. */
export function importValues(files: readonly ForeignFile[]): Result<Imported> {
  const report = new ImportReport();
  const collected = collect(files, report);
  if (!collected.ok) return collected;
  const input = complete(collected.value, report);
  reportMissing(collected.value, report);
  const regions = new Regions(input, report);
  const ordered = orderOf(input);
  const to: Translation = {
    input,
    regions,
    zones: new Zones(input, regions),
    ids: new IdBook(KINDS.map(([kind, list]) => [kind, ordered(list).map(({ id }) => id)])),
    report,
    ownAccount: commonestAccount(input),
    resources: new Map<ResourceId, Resource>(),
    observed: new Map<ResourceId, Observed>(),
  };
  translate(to, ordered);
  if (!holdsAnything(to)) return nothingUsable(files, report);
  const document: Scenario = {
    ...emptyScenario(),
    title: titleOf(to),
    resources: Object.fromEntries(to.resources),
    observed: Object.fromEntries(to.observed),
  };
  return ok({ document, report: [...report.lines(), summaryOf(to)], terminated: input.terminated });
}

/** Regions, zones and the internet alone are nothing to look at. */
const holdsAnything = ({ resources }: Translation): boolean =>
  [...resources.values()].some(({ kind }) => kind !== 'region' && kind !== 'zone' && kind !== 'internet');

/** An empty page would look as if it had been opened. */
function nothingUsable(files: readonly ForeignFile[], report: ImportReport): ReturnType<typeof fail> {
  const [first] = report.lines().filter(({ where }) => !CORE.some(([list]) => list === where));
  const why =
    first === undefined
      ? 'no VPC, subnet or other thing of it can be drawn.'
      : `${first.where}: ${first.message}`;
  return fail(
    'not-aws-output',
    `This is AWS output, but nothing in it can be opened: ${why} Give at least describe-vpcs and describe-subnets.`,
    files[0]?.name,
  );
}

function translate(to: Translation, ordered: Ordered): void {
  const { lists } = to.input;
  addPlaces(to);
  for (const element of ordered('Vpcs')) addVpc(to, element);
  const associations = {
    tables: tablesOfSubnets(lists.RouteTables.values()),
    acls: aclsOfSubnets(lists.NetworkAcls.values()),
  };
  for (const element of ordered('Subnets')) addSubnet(to, element, associations);
  const mains = new Set<string>();
  for (const element of ordered('RouteTables')) addRouteTable(to, element, mains);
  for (const element of ordered('NetworkAcls')) addNetworkAcl(to, element);
  const flatRules = rulesByGroup(lists.SecurityGroupRules.values());
  for (const element of ordered('SecurityGroups')) addSecurityGroup(to, element, flatRules);
  for (const element of ordered('InternetGateways')) addInternetGateway(to, element);
  for (const element of ordered('NatGateways')) addNatGateway(to, element);
  for (const element of ordered('PlacementGroups')) addPlacementGroup(to, element);
  const placementGroups = groupsByName(lists.PlacementGroups.values());
  for (const element of ordered('Instances')) addInstance(to, element, placementGroups);
  const interfaces = new InterfaceTranslator(new Nodes(to));
  for (const element of ordered('NetworkInterfaces')) interfaces.add(to, element);
  for (const element of ordered('Addresses')) addElasticIp(to, element, interfaces);
  for (const element of ordered('Volumes')) addVolume(to, element);
  for (const element of ordered('EgressOnlyInternetGateways')) addEgressOnlyInternetGateway(to, element);
  for (const element of ordered('VpcPeeringConnections')) addVpcPeeringConnection(to, element);
  for (const element of ordered('VpcEndpoints')) addVpcEndpoint(to, element);
  for (const element of ordered('LoadBalancers')) addLoadBalancer(to, element, to.input.listeners);
  for (const element of ordered('TargetGroups')) addTargetGroup(to, element);
  for (const element of ordered('PrefixLists')) addPrefixList(to, element);
  for (const element of ordered('OtherResources')) addOtherResource(to, element);
}

/** The elements of a list by AWS's ids. */
type Ordered = (list: HeldList) => readonly Element[];

/** Each list is sorted once: that is a good part of the work of a large import. */
function orderOf({ lists }: Collected): Ordered {
  const sorted = new Map<HeldList, readonly Element[]>();
  return (list) => {
    const known = sorted.get(list);
    if (known) return known;
    const elements = [...lists[list].values()].sort((a, b) => byCodeUnit(a.id, b.id));
    sorted.set(list, elements);
    return elements;
  };
}

function reportMissing({ given }: Collected, report: ImportReport): void {
  for (const [list, command, effect] of CORE)
    if (!given.has(list) && !(list === 'SecurityGroups' && given.has('SecurityGroupRules')))
      report.warn(list, `${list} is not in the input (aws ec2 ${command}): ${effect}.`);
}

function commonestAccount({ lists }: Collected): string | undefined {
  const counts = new Map<string, number>();
  for (const list of [lists.Vpcs, lists.Subnets, lists.NetworkInterfaces])
    for (const element of list.values()) {
      const owner = text(element.value, 'OwnerId') ?? element.account;
      if (owner !== undefined && isAccountId(owner)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
  let best: string | undefined;
  for (const [owner, count] of [...counts].sort(([a], [b]) => byCodeUnit(a, b)))
    if (best === undefined || count > (counts.get(best) ?? 0)) best = owner;
  return best;
}

/** More names than this are counted in the title. */
const TITLE_NAMES = 2;

function titleOf(to: Translation): string {
  const names = [...to.resources.values()].flatMap((resource) =>
    resource.kind === 'vpc' && resource.name !== undefined ? [resource.name] : [],
  );
  const all = [...new Set(names.length > 0 ? names : to.zones.regions)].sort();
  const more = all.length - TITLE_NAMES;
  const shown = all.slice(0, TITLE_NAMES).join(', ');
  return `${shown}${more > 0 ? ` and ${more} more` : ''} (from AWS)`.slice(0, 256);
}

/** `1 VPC, 2 subnets …`: what stands on the canvas now. */
function summaryOf(to: Translation): ImportLine {
  const counts = new Map<Kind, number>();
  for (const { kind } of to.resources.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = KINDS.flatMap(([kind]) => {
    const count = counts.get(kind);
    const descriptor = descriptorOf(kind);
    if (count === undefined || !descriptor) return [];
    const label = count === 1 ? descriptor.label : descriptor.plural;
    return [
      `${count} ${/^[A-Z]{2}/.test(label) || label.startsWith('Elastic') ? label : label.charAt(0).toLowerCase() + label.slice(1)}`,
    ];
  });
  return {
    severity: 'info',
    where: 'all files',
    message: `Taken over: ${parts.join(', ')}.`,
  };
}
