/** A link that is offered only after it has been opened again. */
import type { Scenario } from '../catalog/descriptors';
import type { LinkState } from '../model/link-state';
import { fail, ok, type Result } from '../model/result';
import { makeLink, openLink } from './link';

/**
 * @returns the fragment; fails where it would not open, as with more resources than a link may have, or would open as
 * another document. The same document has one link only, so two links that are equal are two documents that are.
 */
export function makeCheckedLink(document: Scenario, state: LinkState = {}): Result<string> {
  const link = makeLink(document, state);
  const opened = openLink(link);
  if (!opened.ok)
    return fail(
      opened.error.reason,
      `No link can hold this document. ${opened.error.message} Save a file instead.`,
    );
  return makeLink(opened.value.document, opened.value.state) === link
    ? ok(link)
    : fail('invalid', 'The link would not open as this document. Save a file instead.');
}
