/** A security group's rules, inbound and outbound, row by row. */
import type { ResourceOf } from '../../../engine';
import { useDocument } from '../../state/hooks';
import { inspector as text } from '../../strings';
import { setProperty } from '../set-property';
import { useLitRule } from './lit-rule';
import { makePeer, parsePeer, peerSuggestions } from './peer';
import { RuleTable } from './RuleTable';
import { makeTraffic, parseTraffic, TRAFFIC_SUGGESTIONS } from './traffic';

type Group = ResourceOf<'security-group'>;
type Rule = Group['securityGroupIngress'][number];
type ListKey = 'securityGroupIngress' | 'securityGroupEgress';

export function GroupRules({ group }: { readonly group: Group }) {
  return (
    <>
      <Direction group={group} listKey="securityGroupIngress" />
      <Direction group={group} listKey="securityGroupEgress" />
    </>
  );
}

function Direction({ group, listKey }: { readonly group: Group; readonly listKey: ListKey }) {
  const scenario = useDocument((state) => state.document);
  const lit = useLitRule(group.id);
  const inbound = listKey === 'securityGroupIngress';
  const side = inbound ? 'inbound' : 'outbound';
  const rules = group[listKey];
  const keyOf = (index: number) => `${side}[${index}]`;
  const set = async (next: readonly Rule[]) => (await setProperty(group.id, listKey, next))?.message ?? null;
  return (
    <RuleTable
      title={inbound ? text.inbound : text.outbound}
      columns={[inbound ? text.from : text.to, text.what]}
      widths={[55, 45]}
      addLabel={text.addRule}
      rows={rules.map((rule, index) => ({
        key: keyOf(index),
        cells: [
          makePeer(scenario, rule),
          makeTraffic(trafficOf(rule)) + (rule.description === undefined ? '' : ` · ${rule.description}`),
        ],
        ...(lit?.rule === keyOf(index) ? { lit: lit.verdict } : {}),
      }))}
      indexOf={(key) => rules.findIndex((_, index) => keyOf(index) === key)}
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
        const peer = parsePeer(scenario, group.vpcId, values['peer'] ?? '', true);
        if (!peer.ok) return peer.error;
        const traffic = parseTraffic(values['traffic'] ?? '');
        if (!traffic.ok) return traffic.error;
        const { protocol, from, to } = traffic.value;
        const description = (values['description'] ?? '').trim();
        const rule: Rule = {
          ipProtocol: protocol,
          ...(from === undefined ? {} : { fromPort: from }),
          ...(to === undefined ? {} : { toPort: to }),
          ...peer.value,
          ...(description === '' ? {} : { description }),
        };
        return set(index === null ? [...rules, rule] : rules.with(index, rule));
      }}
      onRemove={(index) => set(rules.toSpliced(index, 1))}
    />
  );
}

const trafficOf = (rule: Rule) => ({
  protocol: rule.ipProtocol,
  ...(rule.fromPort === undefined ? {} : { from: rule.fromPort }),
  ...(rule.toPort === undefined ? {} : { to: rule.toPort }),
});
