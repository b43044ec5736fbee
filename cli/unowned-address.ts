/** A question from a private address that nobody has: it is answered, and nothing comes from there. */
import type { ScenarioPath } from '../engine/catalog/descriptors';
import { parseAddress } from '../engine/model/ip/address';
import type { PathQuery } from '../engine/model/path';
import type { Failure } from '../engine/model/result';

const SOURCE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html';

/**
 * @param failure what the analyser said of the end it did not find.
 * @returns the answer, or `null` where the missing end is something else.
 */
export function unownedAddress(
  query: PathQuery,
  failure: Failure,
  askedOf: ScenarioPath['askedOf'],
): ScenarioPath | null {
  const { where } = failure;
  if (failure.reason !== 'not-found' || (where !== 'from' && where !== 'to')) return null;
  const address = query[where].trim();
  if (parseAddress(address) === null) return null;
  const code = 'NO_SOURCE_OR_DESTINATION';
  return {
    ...(query.id === undefined ? {} : { id: query.id }),
    verdict: 'unreachable',
    direction: 'forward',
    code,
    blockers: [
      {
        code,
        resource: address,
        direction: 'forward',
        message: `No interface in this document has the address ${address}, so no packet sets out from it.`,
        source: SOURCE,
      },
    ],
    forward: { hops: [] },
    return: { hops: [] },
    notes: [],
    notModelled: [],
    askedOf,
  };
}
