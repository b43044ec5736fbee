/** A security group's rules, inbound and outbound, row by row. */
import type { ResourceOf, RulesReview } from '../../../engine';
import { useDocument } from '../../state/hooks';
import { announce } from '../../state/view-store';
import { inspector as text } from '../../strings';
import { rules as words } from '../../strings/en/rules';
import { useLitRules, type LitRule } from './lit-rule';
import { makePeer, parsePeer, peerSuggestions } from './peer';
import type { Problem } from './RuleEditor';
import { RuleTable, widthOfDigits } from './RuleTable';
import { setRules } from './set-rules';
import { makeTraffic, parseTraffic, TRAFFIC_SUGGESTIONS } from './traffic';
import { reviewed, useReview } from './use-review';

type Group = ResourceOf<'security-group'>;
type Rule = Group['securityGroupIngress'][number];
type ListKey = 'securityGroupIngress' | 'securityGroupEgress';

export function GroupRules({ group }: { readonly group: Group }) {
  const review = useReview(group.id);
  const lit = useLitRules(group.id);
  const tracked = lit.find(({ rule }) => rule === 'tracked');
  return (
    <>
      {review?.notice && <p className="bg-warn-soft mt-3 rounded-lg p-2 text-xs">{review.notice}</p>}
      {tracked && (
        <p
          data-lit={tracked.verdict}
          className={`bg-good-soft text-good mt-3 rounded-lg p-2 text-xs ${tracked.current ? 'font-semibold' : ''}`}
        >
          {words.tracked}
        </p>
      )}
      <Direction group={group} listKey="securityGroupIngress" review={review} lit={lit} />
      <Direction group={group} listKey="securityGroupEgress" review={review} lit={lit} />
    </>
  );
}

function Direction({
  group,
  listKey,
  review,
  lit,
}: {
  readonly group: Group;
  readonly listKey: ListKey;
  readonly review: RulesReview | null;
  readonly lit: readonly LitRule[];
}) {
  const scenario = useDocument((state) => state.document);
  const inbound = listKey === 'securityGroupIngress';
  const side = inbound ? 'inbound' : 'outbound';
  const rules = group[listKey];
  const nameOf = (index: number) => `${side}[${index}]`;
  const set = (next: readonly Rule[]) => setRules(group.id, listKey, next);
  return (
    <RuleTable
      title={inbound ? text.inbound : text.outbound}
      columns={[words.place, inbound ? text.from : text.to, text.what]}
      widths={[widthOfDigits(`${rules.length}`.length), '', '']}
      addLabel={text.addRule}
      noRow={lit.find(({ rule }) => rule === side)}
      rows={rules.map((rule, index) => ({
        key: String(index),
        rule: nameOf(index),
        cells: [
          String(index + 1),
          makePeer(scenario, rule),
          makeTraffic(trafficOf(rule)) + (rule.description === undefined ? '' : ` · ${rule.description}`),
        ],
        lit: lit.find((one) => one.rule === nameOf(index)),
        ...reviewed(review?.[side], nameOf(index)),
      }))}
      indexOf={Number}
      fieldsOf={(index) => {
        const rule = index === null ? undefined : rules[index];
        return [
          {
            key: 'peer',
            label: inbound ? text.from : text.to,
            value: rule ? makePeer(scenario, rule) : '',
            help: text.peerHelp,
            suggestions: peerSuggestions(scenario, group.vpcId, true),
          },
          {
            key: 'traffic',
            label: text.what,
            value: rule ? makeTraffic(trafficOf(rule)) : '',
            help: text.whatHelp,
            suggestions: TRAFFIC_SUGGESTIONS,
          },
          { key: 'description', label: text.description, value: rule?.description ?? '' },
        ];
      }}
      onSave={async (index, values) => {
        const rule = ruleOf(values, (input) => parsePeer(scenario, group.vpcId, input, true));
        if ('message' in rule) return rule;
        return set(index === null ? [...rules, rule] : rules.with(index, rule));
      }}
      onRemove={async (index) => {
        const problem = await set(rules.toSpliced(index, 1));
        if (problem === null) announce(words.removed);
        return problem;
      }}
    />
  );
}

/** What the form says, or what is wrong with it and where. */
function ruleOf(
  values: Readonly<Record<string, string>>,
  readPeer: (input: string) => ReturnType<typeof parsePeer>,
): Rule | Problem {
  const peer = readPeer(values['peer'] ?? '');
  if (!peer.ok) return { field: 'peer', message: peer.error };
  const traffic = parseTraffic(values['traffic'] ?? '');
  if (!traffic.ok) return { field: 'traffic', message: traffic.error };
  const { protocol, from, to } = traffic.value;
  const description = (values['description'] ?? '').trim();
  return {
    ipProtocol: protocol,
    ...(from === undefined ? {} : { fromPort: from }),
    ...(to === undefined ? {} : { toPort: to }),
    ...peer.value,
    ...(description === '' ? {} : { description }),
  };
}

const trafficOf = (rule: Rule) => ({
  protocol: rule.ipProtocol,
  ...(rule.fromPort === undefined ? {} : { from: rule.fromPort }),
  ...(rule.toPort === undefined ? {} : { to: rule.toPort }),
});
