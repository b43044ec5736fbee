/** Everything the command palette can do at this moment. */
import {
  allOf,
  DESCRIPTORS,
  descriptorOf,
  get,
  sorted,
  type KindDescriptor,
  type Resource,
} from '../../engine';
import { focusThing } from '../canvas/keys';
import { titleOf } from '../canvas/projection/chips';
import { keyOf } from '../canvas/view';
import type { Command } from '../commands/command';
import { showKeys } from '../commands/keys';
import { isEditing } from '../commands/editing';
import { COMMANDS } from '../commands/list';
import { renameSelection } from '../commands/rename-selection';
import { placeNow } from '../palette/place-now';
import { documentStore, isViewOnly } from '../state/document-store';
import { reveal, viewStore } from '../state/view-store';
import { actionsText } from '../strings/en/actions';
import { commandPalette as text } from '../strings/en/command-palette';
import { viewOnlyText } from '../strings/en/view-only';
import { actionEntries } from '../subject/actions';
import { detailOf } from '../subject/sentence';
import { subjectMenu } from '../subject/subject-menu';
import type { PaletteItem } from './ranking';

export function paletteItems(): readonly PaletteItem[] {
  const { document } = documentStore.getState();
  return [
    ...ofSelection(),
    ...COMMANDS.filter(({ id }) => id !== 'command-palette').map(ofCommand),
    ...ofZones(),
    ...(DESCRIPTORS as readonly KindDescriptor[])
      .filter(({ importOnly }) => !importOnly && !isViewOnly())
      .map(ofKind),
    ...sorted(document).map((resource) => ofThing(resource)),
  ];
}

function ofCommand(command: Command): PaletteItem {
  const looking = isViewOnly() && isEditing(command);
  const enabled = !looking && command.isEnabled();
  const needs = looking ? viewOnlyText.refused : command.needs;
  const keys = command.keys[0];
  return {
    id: command.id,
    section: 'commands',
    label: command.label,
    detail: text.groups[command.group],
    enabled,
    ...(keys === undefined ? {} : { keys: showKeys(keys) }),
    ...(enabled || needs === undefined ? {} : { hint: needs }),
    run: command.run,
  };
}

/** What the menu of the one thing selected offers. */
function ofSelection(): readonly PaletteItem[] {
  const [id, ...more] = viewStore.getState().selection;
  const resource = get(documentStore.getState().document, id);
  if (!resource || more.length > 0) return [];
  const name = titleOf(documentStore.getState().document, resource.id);
  return subjectMenu(resource, resource.id, renameSelection.run).flatMap((entry) =>
    entry === 'separator'
      ? []
      : [
          {
            id: `selection:${entry.label}`,
            section: 'selection' as const,
            label: entry.label,
            detail: name,
            enabled: !(entry.disabled ?? false),
            ...(entry.hint === undefined ? {} : { hint: entry.hint }),
            ...(entry.keys === undefined ? {} : { keys: entry.keys }),
            run: entry.run,
          },
        ],
  );
}

/** A zone is failed without having to be found on the canvas first. */
function ofZones(): readonly PaletteItem[] {
  const { document } = documentStore.getState();
  if (isViewOnly()) return [];
  return allOf(document, 'zone').flatMap((zone) =>
    actionEntries(zone).map(({ label, disabled = false, hint, run }) => ({
      id: `zone:${label} ${zone.id}`,
      section: 'commands' as const,
      label: actionsText.of(label, titleOf(document, zone.id)),
      detail: text.groups.simulate,
      enabled: !disabled,
      ...(hint === undefined ? {} : { hint }),
      run,
    })),
  );
}

const ofKind = (kind: KindDescriptor): PaletteItem => ({
  id: `add:${kind.kind}`,
  section: 'add',
  label: text.add(kind.label),
  kind: kind.kind,
  enabled: true,
  run: () => void placeNow(kind.kind),
});

function ofThing(resource: Resource): PaletteItem {
  const { document } = documentStore.getState();
  const name = titleOf(document, resource.id);
  return {
    id: `go:${resource.id}`,
    section: 'go',
    label: name === resource.id ? name : `${name} ${resource.id}`,
    detail: [descriptorOf(resource.kind)?.label ?? resource.kind, detailOf(document, resource)]
      .filter((part) => part !== '')
      .join(' · '),
    kind: resource.kind,
    enabled: true,
    run: () => {
      reveal(resource.id);
      const key = keyOf(resource.id);
      if (key !== null) focusThing(key);
    },
  };
}
