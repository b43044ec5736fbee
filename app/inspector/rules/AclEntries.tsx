/** A network ACL's numbered entries; the final deny that AWS implies is shown with them. */
import { ListOrdered } from 'lucide-react';
import type { ResourceOf, RulesReview } from '../../../engine';
import { useDocument } from '../../state/hooks';
import { announce } from '../../state/view-store';
import { inspector as text } from '../../strings';
import { rules as words } from '../../strings/en/rules';
import { Button } from '../../ui/Button';
import { useLitRules, type LitRule } from './lit-rule';
import { moveEntry, NUMBER_STEP, numbersAsc, renumber } from './numbers';
import { makePeer, parsePeer, peerSuggestions } from './peer';
import type { Problem } from './RuleEditor';
import { RuleTable, widthOfDigits } from './RuleTable';
import { setRules } from './set-rules';
import { ACL_TRAFFIC_SUGGESTIONS, makeTraffic, parseTraffic, type Traffic } from './traffic';
import { reviewed, useReview } from './use-review';

type Acl = ResourceOf<'network-acl'>;
type Entry = Acl['entries'][number];

const HIGHEST_NUMBER = 32_766;

export function AclEntries({ acl }: { readonly acl: Acl }) {
  const review = useReview(acl.id);
  const lit = useLitRules(acl.id);
  return (
    <>
      {review?.notice && <p className="bg-warn-soft mt-3 rounded-lg p-2 text-xs">{review.notice}</p>}
      <Direction acl={acl} egress={false} review={review} lit={lit} />
      <Direction acl={acl} egress review={review} lit={lit} />
    </>
  );
}

function Direction({
  acl,
  egress,
  review,
  lit,
}: {
  readonly acl: Acl;
  readonly egress: boolean;
  readonly review: RulesReview | null;
  readonly lit: readonly LitRule[];
}) {
  const scenario = useDocument((state) => state.document);
  const side = egress ? 'outbound' : 'inbound';
  const own = numbersAsc(acl.entries, egress);
  const peerLabel = egress ? text.to : text.from;
  const highest = own.at(-1)?.entry.ruleNumber ?? 0;
  const set = (next: readonly Entry[]) => setRules(acl.id, 'entries', next);
  const rowOf = (rule: string) => ({
    rule,
    lit: lit.find((one) => one.rule === rule && (one.side ?? side) === side),
    ...reviewed(review?.[side], rule),
  });
  const move = async (index: number, by: -1 | 1): Promise<Problem | null> => {
    const moved = moveEntry(acl.entries, index, by);
    if (!moved) return null;
    const problem = await set(moved);
    const [before, after] = [acl.entries[index], moved[index]];
    if (problem) announce(problem.message, 'bad');
    else if (before && after) announce(words.moved(before.ruleNumber, after.ruleNumber));
    return problem;
  };
  const renumbered = renumber(acl.entries, egress);
  return (
    <RuleTable
      title={egress ? text.aclOutbound : text.aclInbound}
      columns={[text.number, peerLabel, text.what, text.action]}
      widths={[widthOfDigits(`${highest}`.length), '', '', '50px']}
      addLabel={text.addRule}
      tools={
        renumbered && (
          <Button
            look="quiet"
            className="h-6"
            icon={<ListOrdered aria-hidden size={14} />}
            aria-label={`${words.renumber}: ${egress ? text.aclOutbound : text.aclInbound}`}
            title={words.renumberHint}
            onClick={() =>
              void set(renumbered).then((problem) =>
                announce(problem?.message ?? words.renumbered, problem ? 'bad' : 'info'),
              )
            }
          />
        )
      }
      rows={[
        ...own.map(({ entry, index }) => ({
          key: String(index),
          cells: [
            String(entry.ruleNumber),
            makePeer(scenario, peerOf(entry)),
            makeTraffic(trafficOf(entry)),
            entry.ruleAction === 'allow' ? text.allow : text.deny,
          ],
          ...rowOf(String(entry.ruleNumber)),
        })),
        { key: '*', implied: true, cells: ['*', text.everybody, 'all', text.deny], ...rowOf('*') },
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
            suggestions: ACL_TRAFFIC_SUGGESTIONS,
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
        const entry = entryOf(values, egress, (input) => parsePeer(scenario, acl.vpcId, input, false));
        if ('message' in entry) return entry;
        return set(index === null ? [...acl.entries, entry] : acl.entries.with(index, entry));
      }}
      onRemove={async (index) => {
        const problem = await set(acl.entries.toSpliced(index, 1));
        if (problem === null) announce(words.removed);
        return problem;
      }}
      onMove={move}
    />
  );
}

/** What the form says, or what is wrong with it and where. */
function entryOf(
  values: Readonly<Record<string, string>>,
  egress: boolean,
  readPeer: (input: string) => ReturnType<typeof parsePeer>,
): Entry | Problem {
  const number = (values['number'] ?? '').trim();
  const ruleNumber = Number(number);
  if (!/^\d+$/.test(number) || ruleNumber < 1 || ruleNumber > HIGHEST_NUMBER)
    return { field: 'number', message: text.notInteger(number, 1, HIGHEST_NUMBER) };
  const peer = readPeer(values['peer'] ?? '');
  if (!peer.ok) return { field: 'peer', message: peer.error };
  const traffic = parseTraffic(values['traffic'] ?? '');
  if (!traffic.ok) return { field: 'traffic', message: traffic.error };
  const { protocol, from, to } = traffic.value;
  const isIcmp = protocol === 'icmp' || protocol === 'icmpv6';
  return {
    ruleNumber,
    egress,
    protocol,
    ruleAction: values['action'] === 'deny' ? 'deny' : 'allow',
    ...(peer.value.cidrIp === undefined ? {} : { cidrBlock: peer.value.cidrIp }),
    ...(peer.value.cidrIpv6 === undefined ? {} : { ipv6CidrBlock: peer.value.cidrIpv6 }),
    ...(isIcmp ? { icmp: { type: from ?? -1, code: to ?? -1 } } : {}),
    ...(!isIcmp && from !== undefined && to !== undefined ? { portRange: { from, to } } : {}),
  };
}

const peerOf = (entry: Entry) => ({
  ...(entry.cidrBlock === undefined ? {} : { cidrIp: entry.cidrBlock }),
  ...(entry.ipv6CidrBlock === undefined ? {} : { cidrIpv6: entry.ipv6CidrBlock }),
});

const trafficOf = (entry: Entry): Traffic => ({
  protocol: entry.protocol,
  ...(entry.icmp && entry.icmp.type !== -1 ? { from: entry.icmp.type, to: entry.icmp.code } : {}),
  ...(entry.portRange ?? {}),
});
