/** What the kernel tells of a run, as lines of its event log. */
import { GUEST_WORDS } from '../guest/boot/words';
import { ENCLAVE_WORDS } from '../guest/enclave/words';
import { eventTypeOf, type Recorder } from '../kernel/simulation';
import { IMAGE_WORDS } from '../lifecycle/image-words';
import { LIFECYCLE_WORDS } from '../lifecycle/words';
import type { LiveFields, RunEvent } from '../model/live';
import type { ResourceId } from '../model/resource';
import type { Words } from '../model/wording';
import { SPOT_WORDS } from '../spot/words';
import { ATTACHMENT_WORDS } from '../lifecycle/attachments/words';
import { STORAGE_WORDS } from '../storage/words';
import type { Scenario } from './descriptors';
import type { LifecycleRoles } from './lifecycle-roles';
import { isLiveField } from './live-fields';
import { get, labelOf } from './lookup';

const WORDS: Words = {
  ...LIFECYCLE_WORDS,
  ...IMAGE_WORDS,
  ...ATTACHMENT_WORDS,
  ...GUEST_WORDS,
  ...ENCLAVE_WORDS,
  ...STORAGE_WORDS,
  ...SPOT_WORDS,
};

/** A zone is known by its AWS name, anything else by the name people gave it. */
function nameOf(document: Scenario, id: ResourceId): string {
  const resource = get(document, id);
  return resource?.kind === 'zone' ? (resource.name ?? resource.zoneName) : labelOf(document, id);
}

/**
 * Turns what the kernel tells into lines of the log.
 * @param before how many events had happened when it begins to listen
 */
export function tellLines(
  { document, subjects }: LifecycleRoles,
  before: number,
  tell: (line: RunEvent) => void,
): Recorder {
  let sequence = before;
  return (event, note, changes) => {
    sequence += 1;
    const visible = changes.filter(
      ({ field, before, after }) => isLiveField(field) && (before ?? null) !== (after ?? null),
    );
    if (!note && visible.length === 0) return;
    const subject = subjects.ids[event.subject] ?? '';
    const type = eventTypeOf(event);
    const words = note ? WORDS[note.code] : undefined;
    tell({
      sequence,
      at: event.at,
      type,
      subject,
      message: words?.text(nameOf(document, subject), note?.detail) ?? type,
      severity: words?.severity ?? 'info',
      changes: visible.map(({ subject: changed, field, before, after }) => ({
        subject: subjects.ids[changed] ?? '',
        field: field as keyof LiveFields,
        before: before as LiveFields[keyof LiveFields],
        after: after as LiveFields[keyof LiveFields],
      })),
      ...(words ? { source: words.source } : {}),
    });
  };
}
