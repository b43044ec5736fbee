/** Sorts whatever JSON values were given into AWS's lists. Top-level keys decide, never the file's name. */
import { fail, ok, type Result } from '../../model/result';
import { MAX_RESOURCES } from './limits';
import { answerListOf, subjectOf, SUBJECT_KEYS } from './answers';
import type { Answer, Collected, Element, ForeignFile, PublicAccessBlock } from './collected';
import {
  HELD_LISTS,
  HELD_SHAPES,
  listOfElement,
  listOfKey,
  normalKey,
  type AnyList,
  type HeldList,
} from './lists';
import { localName, placeOfFile, type FolderPlace } from './place';
import { shortened, type ImportReport } from './report';
import { UnheldLists } from './unheld-lists';
import { flag, has, isForeign, object, objects, text, type Foreign } from './values';

/** Keys of every answer that are no lists of things. */
const ENVELOPE = new Set([
  'nexttoken',
  'responsemetadata',
  'marker',
  'nextmarker',
  'additionalroutesavailable',
  // Of describe-firewall.
  'firewallstatus',
  'updatetoken',
]);

/** Some collectors put each answer beside what it was asked about, and those into a list. */
const WRAPPERS = new Set([
  'loadbalancerlisteners',
  'loadbalancerrules',
  'loadbalancerattributes',
  'loadbalancertargethealth',
  'targetgroupattributes',
  'managedprefixlistentries',
]);

/**
 * @returns the elements by list and id; the same id twice is merged, last wins. Fails with `not-aws-output` when no list of
 * AWS was found, with `too-large` above 100,000 elements.
 */
export function collect(files: readonly ForeignFile[], report: ImportReport): Result<Collected> {
  const collector = new Collector(report);
  for (const file of files) {
    const found = collector.found;
    for (const value of file.values) collector.addValue(file.name, placeOfFile(file.name), value);
    if (collector.found === found) report.warn(file.name, 'No list of AWS output was found in this file.');
    if (collector.count > MAX_RESOURCES)
      return fail(
        'too-large',
        'The input holds more than 100,000 things; that is the most that can be opened.',
        file.name,
      );
  }
  if (collector.found === 0)
    return fail(
      'not-aws-output',
      'No list of AWS output was found (such as "Vpcs", "Subnets" or "Reservations"). Expected JSON as "aws ec2 describe-…" prints it.',
      files[0]?.name,
    );
  collector.reportUnheld();
  return ok(collector);
}

class Collector implements Collected {
  readonly lists = Object.fromEntries(HELD_LISTS.map((name) => [name, new Map<string, Element>()])) as Record<
    HeldList,
    Map<string, Element>
  >;
  readonly given = new Set<string>();
  readonly vpcAttributes = new Map<string, Foreign>();
  readonly publicAccessBlocks: PublicAccessBlock[] = [];
  readonly answers: Answer[] = [];
  readonly #report: ImportReport;
  readonly #unheld = new UnheldLists();
  count = 0;
  found = 0;

  constructor(report: ImportReport) {
    this.#report = report;
  }

  addValue(where: string, place: FolderPlace, value: unknown): void {
    if (Array.isArray(value)) return this.#addArray(where, place, value);
    if (!isForeign(value)) {
      this.#report.warn(where, 'Expected an object or an array at the top level; this value was left out.');
      return;
    }
    if (this.#isVpcAttribute(value)) return;
    // Before the keys: a route table has a list of routes, as the answer about a transit gateway has.
    const list = listOfElement(value);
    if (list) return this.#addElements(where, place, list, [value]);
    for (const key of Object.keys(value)) this.#addKey(where, place, value, key);
  }

  #addArray(where: string, place: FolderPlace, values: readonly unknown[]): void {
    // `--query` can nest: Reservations[*].Instances[*] is an array of arrays. Depth is capped when the text is read.
    for (const value of values) this.addValue(where, place, value);
  }

  #addKey(where: string, place: FolderPlace, around: Foreign, key: string): void {
    const value = around[key];
    const normal = normalKey(key);
    if (normal === 'nexttoken' && typeof value === 'string' && value !== '')
      this.#report.warn(
        where,
        'The output was cut off (it holds a NextToken): what is on further pages is missing here. Run the command without --max-items.',
      );
    if (normal === 'additionalroutesavailable' && value === true)
      this.#report.warn(
        where,
        'The output was cut off (AdditionalRoutesAvailable): further routes are missing.',
      );
    if (ENVELOPE.has(normal) || (typeof value === 'string' && SUBJECT_KEYS.includes(key))) return;
    if (WRAPPERS.has(normal) && Array.isArray(value)) return this.#addArray(where, place, value);
    if (Array.isArray(value) && this.#addAnswer(where, place, around, normal, value)) return;
    const list = listOfKey(normal);
    if (list === undefined) {
      const count = Array.isArray(value) ? value.length : 1;
      this.#report.warn(
        where,
        `"${shortened(key)}" is not known as a list of AWS output and was left out.`,
        count,
      );
    } else if (Array.isArray(value)) {
      this.#addElements(where, place, list, value);
    } else if (isForeign(value) && typeof list !== 'string') {
      this.#addElements(where, place, list, [value]);
    } else if (value !== null) {
      this.#report.warn(where, `"${shortened(key)}" should be a list; it was left out.`);
    }
  }

  /** @returns whether it was an answer that names things only by what was asked. */
  #addAnswer(
    where: string,
    place: FolderPlace,
    around: Foreign,
    key: string,
    values: readonly unknown[],
  ): boolean {
    const list = answerListOf(key, values);
    if (list === undefined) return false;
    const elements = values.filter(isForeign);
    this.found += 1;
    this.count += elements.length;
    const subject = subjectOf(list, around);
    this.answers.push({ ...place, list, where, elements, ...(subject === undefined ? {} : { subject }) });
    // An empty list of listeners is a list of AWS output as well.
    if (list === 'Listeners') this.given.add(list);
    return true;
  }

  #addElements(where: string, place: FolderPlace, list: AnyList, values: readonly unknown[]): void {
    this.found += 1;
    if (typeof list !== 'string' && 'effect' in list) {
      this.given.add(list.name);
      if (list.name === 'VpcBlockPublicAccessOptions') return this.#addPublicAccessBlocks(place, values);
      this.#unheld.add(list, where, values.length);
      return;
    }
    const name = typeof list === 'string' ? list : list.name;
    const elements = values.filter(isForeign);
    if (elements.length < values.length)
      this.#report.warn(
        where,
        `An element of ${name} is not an object and was left out.`,
        values.length - elements.length,
      );
    if (list === 'Reservations') {
      this.given.add('Instances');
      for (const reservation of elements)
        for (const instance of objects(reservation, 'Instances'))
          this.#addElement(where, place, 'Instances', instance, text(reservation, 'OwnerId'));
      return;
    }
    this.given.add(name);
    for (const element of elements)
      if (typeof list === 'string') this.#addElement(where, place, list, element);
      else {
        const { ids, resourceType } = list;
        const key = ids.find((candidate) => text(element, candidate) !== undefined);
        this.#put(where, { ...place, resourceType }, 'OtherResources', element, key, name);
      }
  }

  #addPublicAccessBlocks(place: FolderPlace, values: readonly unknown[]): void {
    for (const value of values.filter(isForeign)) {
      const region = text(value, 'AwsRegion') ?? place.region;
      const account = text(value, 'AwsAccountId') ?? place.account;
      this.publicAccessBlocks.push({
        mode: text(value, 'InternetGatewayBlockMode') ?? 'off',
        ...(region === undefined ? {} : { region }),
        ...(account === undefined ? {} : { account }),
      });
    }
  }

  #addElement(where: string, place: FolderPlace, list: HeldList, value: Foreign, owner?: string): void {
    const key = HELD_SHAPES[list].ids.find((candidate) => text(value, candidate) !== undefined);
    // Zone names and group names are unique in an account and region only.
    const isLocalName = key === 'ZoneName' || key === 'GroupName';
    this.#put(where, owner === undefined ? place : { ...place, owner }, list, value, key, list, isLocalName);
  }

  /** @param key the property that holds its id. */
  #put(
    where: string,
    place: Pick<Element, 'region' | 'account' | 'owner' | 'resourceType'>,
    list: HeldList,
    value: Foreign,
    key: string | undefined,
    name: string,
    isLocalName = false,
  ): void {
    const id = key === undefined ? undefined : text(value, key);
    if (id === undefined || id.length > 255) {
      const wanted = HELD_SHAPES[list].ids[0] ?? 'id';
      this.#report.warn(where, `An element of ${name} has no usable ${wanted} and was left out.`);
      return;
    }
    const scoped = isLocalName ? localName(place, id) : id;
    const before = this.lists[list].get(scoped);
    if (!before) this.count += 1;
    // What joins two regions is listed in both; anything else is in one.
    else if (
      list !== 'VpcPeeringConnections' &&
      list !== 'OtherResources' &&
      before.region !== place.region &&
      before.region &&
      place.region
    )
      this.#report.warn(
        id,
        `The same id is given in the folders of ${before.region} and ${place.region}; the last one wins.`,
      );
    this.lists[list].set(scoped, {
      ...place,
      id,
      value: before ? { ...before.value, ...value } : value,
      where,
    });
  }

  reportUnheld(): void {
    this.#unheld.report(this.#report);
  }

  #isVpcAttribute(value: Foreign): boolean {
    const vpcId = text(value, 'VpcId');
    if (vpcId === undefined || (!has(value, 'EnableDnsSupport') && !has(value, 'EnableDnsHostnames')))
      return false;
    if (has(value, 'CidrBlock')) return false;
    this.vpcAttributes.set(vpcId, { ...this.vpcAttributes.get(vpcId), ...value });
    this.found += 1;
    return true;
  }
}

/** DNS attribute as describe-vpc-attribute gives it: `{ "Value": true }`. */
export const attributeValue = (attributes: Foreign | undefined, key: string): boolean | undefined =>
  attributes === undefined ? undefined : flag(object(attributes, key), 'Value');
