/** A network ACL's numbered entries; the final deny that AWS implies is shown with them. */
import type { ResourceOf } from '../../../engine';
import { useDocument } from '../../state/hooks';
import { inspector as text } from '../../strings';
import { setProperty } from '../set-property';
import { useLitRule } from './lit-rule';
import { makePeer, parsePeer, peerSuggestions } from './peer';
import { RuleTable } from './RuleTable';
import { makeTraffic, parseTraffic, TRAFFIC_SUGGESTIONS, type Traffic } from './traffic';

type Acl = ResourceOf<'network-acl'>;
type Entry = Acl['entries'][number];

const HIGHEST_NUMBER = 32_766;
/** AWS's own advice: leave room between two numbers. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html */
const NUMBER_STEP = 100;

export function AclEntries({ acl }: { readonly acl: Acl }) {
  return (
    <>
      <Direction acl={acl} egress={false} />
      <Direction acl={acl} egress />
    </>
  );
}

function Direction({ acl, egress }: { readonly acl: Acl; readonly egress: boolean }) {
  const scenario = useDocument((state) => state.document);
  const lit = useLitRule(acl.id);
  const own = acl.entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => entry.egress === egress)
    .sort((a, b) => a.entry.ruleNumber - b.entry.ruleNumber);
  const peerLabel = egress ? text.to : text.from;
  const highest = own.at(-1)?.entry.ruleNumber ?? 0;
  const set = async (next: readonly Entry[]) => (await setProperty(acl.id, 'entries', next))?.message ?? null;
  return (
    <RuleTable
      title={egress ? text.aclOutbound : text.aclInbound}
      columns={[text.number, peerLabel, text.what, text.action]}
      widths={[17, 41, 26, 16]}
      addLabel={text.addRule}
      rows={[
        ...own.map(({ entry, index }) => ({
          key: String(index),
          cells: [
            String(entry.ruleNumber),
            makePeer(scenario, peerOf(entry)),
            makeTraffic(trafficOf(entry)),
            entry.ruleAction === 'allow' ? text.allow : text.deny,
          ],
          ...(lit && isLit(lit.rule, String(entry.ruleNumber), egress) ? { lit: lit.verdict } : {}),
        })),
        {
          key: '*',
          implied: true,
          cells: ['*', text.everybody, 'all', text.deny],
          ...(lit && isLit(lit.rule, '*', egress) ? { lit: lit.verdict } : {}),
        },
      ]}
      indexOf={Number}
      fieldsOf={(index) => {
        const entry = index === null ? undefined : acl.entries[index];
        return [
          {
            key: 'number',
            label: text.number,
            value: String(entry?.ruleNumber ?? Math.min(HIGHEST_NUMBER, highest + NUMBER_STEP)),
            help: text.limits(1, HIGHEST_NUMBER, ''),
          },
          {
            key: 'peer',
            label: peerLabel,
            value: entry ? makePeer(scenario, peerOf(entry)) : '',
            suggestions: peerSuggestions(scenario, acl.vpcId, false),
          },
          {
            key: 'traffic',
            label: text.what,
            value: entry ? makeTraffic(trafficOf(entry)) : '',
            help: text.whatHelp,
            suggestions: TRAFFIC_SUGGESTIONS,
          },
          {
            key: 'action',
            label: text.action,
            value: entry?.ruleAction ?? 'allow',
            options: [
              ['allow', text.allow],
              ['deny', text.deny],
            ],
          },
        ];
      }}
      onSave={async (index, values) => {
        const ruleNumber = Number(values['number']);
        if (!Number.isInteger(ruleNumber) || ruleNumber < 1 || ruleNumber > HIGHEST_NUMBER)
          return text.notInteger(values['number'] ?? '', 1, HIGHEST_NUMBER);
        const peer = parsePeer(scenario, acl.vpcId, values['peer'] ?? '', false);
        if (!peer.ok) return peer.error;
        const traffic = parseTraffic(values['traffic'] ?? '');
        if (!traffic.ok) return traffic.error;
        const { protocol, from, to } = traffic.value;
        const isIcmp = protocol === 'icmp' || protocol === 'icmpv6';
        const entry: Entry = {
          ruleNumber,
          egress,
          protocol,
          ruleAction: values['action'] === 'deny' ? 'deny' : 'allow',
          ...(peer.value.cidrIp === undefined ? {} : { cidrBlock: peer.value.cidrIp }),
          ...(peer.value.cidrIpv6 === undefined ? {} : { ipv6CidrBlock: peer.value.cidrIpv6 }),
          ...(isIcmp ? { icmp: { type: from ?? -1, code: to ?? -1 } } : {}),
          ...(!isIcmp && from !== undefined && to !== undefined ? { portRange: { from, to } } : {}),
        };
        return set(index === null ? [...acl.entries, entry] : acl.entries.with(index, entry));
      }}
      onRemove={(index) => set(acl.entries.toSpliced(index, 1))}
    />
  );
}

/** The path names a rule by its number, with its direction in front where the engine gives one. */
const isLit = (rule: string, number: string, egress: boolean): boolean =>
  rule === number || rule === `${egress ? 'outbound' : 'inbound'} ${number}`;

const peerOf = (entry: Entry) => ({
  ...(entry.cidrBlock === undefined ? {} : { cidrIp: entry.cidrBlock }),
  ...(entry.ipv6CidrBlock === undefined ? {} : { cidrIpv6: entry.ipv6CidrBlock }),
});

const trafficOf = (entry: Entry): Traffic => ({
  protocol: entry.protocol,
  ...(entry.icmp && entry.icmp.type !== -1 ? { from: entry.icmp.type, to: entry.icmp.code } : {}),
  ...(entry.portRange ?? {}),
});
