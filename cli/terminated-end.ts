/** A question about an instance that the input shows as terminated: it is known, and nothing reaches it or comes from it. */
import type { ScenarioPath } from '../engine/catalog/descriptors';
import type { TerminatedInstance } from '../engine/model/import';
import type { PathQuery } from '../engine/model/path';
import type { Failure } from '../engine/model/result';

const SOURCE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html';

/**
 * @param failure what the analyser said of the end it did not find.
 * @returns the answer, or `null` where the missing end is something else.
 */
export function terminatedEnd(
  query: PathQuery,
  failure: Failure,
  terminated: readonly TerminatedInstance[],
): ScenarioPath | null {
  if (failure.reason !== 'not-found' || (failure.where !== 'from' && failure.where !== 'to')) return null;
  const end = query[failure.where].trim();
  const found = terminated.find(({ id, name }) => id === end || name === end);
  if (!found) return null;
  const code = 'NO_SOURCE_OR_DESTINATION';
  return {
    ...(query.id === undefined ? {} : { id: query.id }),
    verdict: 'unreachable',
    direction: 'forward',
    code,
    blockers: [
      {
        code,
        resource: found.id,
        direction: 'forward',
        message: `${found.name ?? found.id} is terminated: it has no interface any more and never comes back.`,
        source: SOURCE,
      },
    ],
    forward: { hops: [] },
    return: { hops: [] },
    notes: [],
    notModelled: [],
    askedOf: 'design',
  };
}
