/**
 * Answers that do not repeat what they were asked about: the health of a target group, the attributes of a group or load
 * balancer, the entries of a prefix list, the absence of listeners. Whose they are is told, in this order, by an id beside
 * the list, by the file's name, by the one thing of the kind in the same file, and by the one that is left in the input.
 */
import type { Answer, AnswerList, Collected, Element } from './collected';
import type { ImportReport } from './report';
import { text, type Foreign } from './values';

/** Properties that collectors put beside an answer; they are no lists themselves. */
export const SUBJECT_KEYS: readonly string[] = [
  'TargetGroupArn',
  'LoadBalancerArn',
  'ListenerArn',
  'PrefixListId',
  'TransitGatewayRouteTableId',
];

export function answerListOf(key: string, values: readonly unknown[]): AnswerList | undefined {
  if (key === 'targethealthdescriptions') return 'TargetHealthDescriptions';
  if (key === 'attributes') return 'Attributes';
  if (key === 'entries') return 'Entries';
  if (key === 'tagdescriptions') return 'TagDescriptions';
  return key === 'listeners' && values.length === 0 ? 'Listeners' : undefined;
}

export function subjectOf(list: AnswerList, around: Foreign): string | undefined {
  const group = text(around, 'TargetGroupArn');
  const balancer = text(around, 'LoadBalancerArn');
  switch (list) {
    case 'TargetHealthDescriptions':
      return group;
    case 'Attributes':
      return group ?? balancer;
    case 'Entries':
      return text(around, 'PrefixListId');
    case 'Listeners':
      return balancer;
    case 'TagDescriptions':
      return undefined;
  }
}

type Owner = 'TargetGroups' | 'LoadBalancers' | 'PrefixLists';

/** Attributes that only target groups have: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
const OF_TARGET_GROUPS =
  /^(?:deregistration_delay|stickiness|preserve_client_ip|proxy_protocol_v2|slow_start|target_|lambda\.|load_balancing\.algorithm)/;

function ownerOf({ list, elements }: Answer): Owner {
  switch (list) {
    case 'TargetHealthDescriptions':
      return 'TargetGroups';
    case 'Entries':
      return 'PrefixLists';
    case 'Listeners':
    case 'TagDescriptions':
      return 'LoadBalancers';
    case 'Attributes':
      return elements.some((element) => OF_TARGET_GROUPS.test(text(element, 'Key') ?? ''))
        ? 'TargetGroups'
        : 'LoadBalancers';
  }
}

const WORDS: Readonly<Record<Owner, readonly [string, string]>> = {
  TargetGroups: ['target group', 'TargetGroupArn'],
  LoadBalancers: ['load balancer', 'LoadBalancerArn'],
  PrefixLists: ['prefix list', 'PrefixListId'],
};

/** Puts each answer into the value of what it is about, under the answer's own key. */
export function assignAnswers({ lists, answers }: Collected, report: ImportReport): void {
  const left: Answer[] = [];
  const take = (answer: Answer, [key, owner]: Entry): void => {
    const list = lists[ownerOf(answer)];
    const known = list.get(key) ?? owner;
    list.set(key, { ...known, value: { ...known.value, [answer.list]: answer.elements } });
  };
  const counts = new Map<string, number>();
  for (const answer of answers) {
    if (answer.list === 'TagDescriptions') {
      addTags(lists, answer);
      continue;
    }
    const owner = namedOwnerOf(lists, answer);
    if (owner) take(answer, owner);
    else {
      left.push(answer);
      counts.set(kindOf(answer), (counts.get(kindOf(answer)) ?? 0) + 1);
    }
  }
  for (const answer of left) {
    const alone = left.length === 1 || counts.get(kindOf(answer)) === 1;
    const candidates = alone && answer.subject === undefined ? candidatesOf(lists, answer) : [];
    const open = candidates.filter(([, { value }]) => !(answer.list in value));
    const [only] = open;
    if (only && open.length === 1) take(answer, only);
    else if (answer.list !== 'Listeners') reportUnassigned(answer, report);
  }
}

/** Of elbv2 describe-tags: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TagDescription.html */
function addTags(lists: Collected['lists'], { elements }: Answer): void {
  for (const element of elements) {
    const arn = text(element, 'ResourceArn') ?? '';
    for (const list of [lists.LoadBalancers, lists.TargetGroups]) {
      const known = list.get(arn);
      if (known) list.set(arn, { ...known, value: { ...known.value, Tags: element['Tags'] } });
    }
  }
}

const kindOf = (answer: Answer): string => `${answer.list} ${ownerOf(answer)}`;

type Entry = readonly [string, Element];

/** Things of the kind, in the answer's region and account as far as both are known. */
const candidatesOf = (lists: Collected['lists'], answer: Answer): readonly Entry[] =>
  [...lists[ownerOf(answer)]].filter(
    ([, { region, account }]) =>
      (region ?? answer.region) === (answer.region ?? region) &&
      (account ?? answer.account) === (answer.account ?? account),
  );

function namedOwnerOf(lists: Collected['lists'], answer: Answer): Entry | undefined {
  const { subject, where } = answer;
  if (subject !== undefined) {
    const owner = lists[ownerOf(answer)].get(subject);
    return owner && [subject, owner];
  }
  const candidates = candidatesOf(lists, answer);
  const file = plain(where);
  const byId = candidates.filter(([, { id }]) => {
    const last = plain(id.slice(id.lastIndexOf('/') + 1));
    return `-${file}-`.includes(`-${last}-`) || (last.length >= 8 && file.includes(last));
  });
  const [first] = byId;
  if (first) return byId.length === 1 ? first : undefined;
  const named = candidates
    .map((entry) => ({ entry, name: plain(nameOf(entry[1])) }))
    .filter(({ name }) => name.length >= 2 && `-${file}-`.includes(`-${name}-`))
    .sort((a, b) => b.name.length - a.name.length);
  const [longest, second] = named;
  if (longest) return longest.name.length === second?.name.length ? undefined : longest.entry;
  const beside = candidates.filter(([, element]) => element.where === where);
  return beside.length === 1 ? beside[0] : undefined;
}

const nameOf = ({ value }: Element): string =>
  text(value, 'TargetGroupName') ?? text(value, 'LoadBalancerName') ?? text(value, 'PrefixListName') ?? '';

/** Letters and digits, everything else a dash: how an id or a name looks in a file's name is anybody's choice. */
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\.json$/, '')
    .replace(/[^a-z0-9]+/g, '-');

function reportUnassigned(answer: Answer, report: ImportReport): void {
  const [word, key] = WORDS[ownerOf(answer)];
  const subject = answer.subject === undefined ? '' : ` (${answer.subject.slice(0, 140)})`;
  report.warn(
    answer.where,
    answer.subject === undefined
      ? `"${answer.list}" does not say which ${word} it is of, and was left out: name the file after it, or put "${key}" beside the list.`
      : `"${answer.list}" is of a ${word} that is not in the input${subject} and was left out.`,
  );
}
