/** "X reaches Y" and "X does not reach Y": what a trace says. */
import type { CheckResult } from '../../model/check';
import type { PathCheck } from '../../model/document';
import type { PathQuery } from '../../model/path';
import { tracePath } from '../../network/trace';
import type { Touched } from '../../network/walk';
import { footprintOf } from './footprint';
import type { CheckGround } from './ground';

export type Verdict = Omit<CheckResult, 'id' | 'type' | 'title' | 'holds'>;

const queryOf = (check: PathCheck, ignoresServices: boolean): PathQuery => ({
  from: check.from,
  to: check.to,
  protocol: check.protocol,
  ...(check.port === undefined ? {} : { port: check.port }),
  ...(ignoresServices ? { ignoreServices: true } : {}),
});

export function judgePath(
  check: PathCheck,
  { network, ignoresServices }: CheckGround,
  touched: Touched,
): Verdict {
  const query = queryOf(check, ignoresServices);
  const answer = tracePath(network, query, touched);
  // What is asked about is not there, or makes no sense: an edit of anything may bring it back.
  if (!answer.ok)
    return { outcome: 'unknown', code: 'UNKNOWN_RESOURCE', message: answer.error.message, read: 'all' };
  const { verdict, blockers, notModelled, code, working } = answer.value;
  const read = footprintOf(network, query, answer.value);
  if (verdict === 'unknown')
    return {
      outcome: 'unknown',
      ...(code === undefined ? {} : { code }),
      message: `This can’t be told: ${notModelled[0] ?? 'the document leaves something open.'}`,
      read,
    };
  const wanted = check.type === 'can-reach' ? 'reachable' : 'unreachable';
  const [first] = blockers;
  if (verdict === wanted)
    return {
      outcome: 'holds',
      message:
        verdict === 'reachable'
          ? 'The packet arrives and its answer comes home.'
          : (first?.message ?? 'It does not arrive.'),
      ...(verdict === 'unreachable' && code !== undefined ? { code } : {}),
      read,
    };
  const message =
    verdict === 'reachable'
      ? 'The packet arrives and its answer comes home.'
      : verdict === 'partial'
        ? (working ?? 'It works in part.')
        : (first?.message ?? 'It does not arrive.');
  return {
    outcome: 'fails',
    code: check.type === 'cannot-reach' ? 'X_CHECK_REACHED' : (code ?? 'NO_PATH'),
    message,
    counterExample: query,
    read,
  };
}
