/** Picture, name (editable in place), kind, type and zone; closing and more. */
import { EllipsisVertical } from 'lucide-react';
import { descriptorOf, get, type Resource, type Scenario } from '../../engine';
import { rename } from '../subject/rename';
import { subjectMenu } from '../subject/subject-menu';
import { detailOf, nameOf } from '../subject/sentence';
import { useDocument, useView } from '../state/hooks';
import { setView } from '../state/view-store';
import { inspector as text } from '../strings';
import { KindIcon } from '../ui/KindIcon';
import { MenuButton } from '../ui/MenuButton';
import { zoneOf } from './candidates';
import { CloseButton } from './CloseButton';

const MAX_NAME = 255;

export function Header({ resource }: { readonly resource: Resource }) {
  const scenario = useDocument((state) => state.document);
  const name = nameOf(scenario, resource);
  const editing = useView(({ renaming }) => renaming === resource.id);
  const setEditing = (on: boolean) => setView({ renaming: on ? resource.id : null });
  return (
    <header className="flex items-start gap-2.5">
      <span className="pt-0.5">
        <KindIcon kind={resource.kind} size={28} />
      </span>
      <div className="min-w-0 flex-1">
        {editing ? (
          <input
            autoFocus
            aria-label={text.nameOf(name)}
            defaultValue={name}
            maxLength={MAX_NAME}
            className="border-accent bg-ground h-6 w-full rounded border px-1 text-base font-semibold"
            onFocus={(event) => event.currentTarget.select()}
            onBlur={(event) => {
              setEditing(false);
              rename(resource, event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.value = name;
              if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
            }}
          />
        ) : (
          <h2 className="m-0">
            <button
              type="button"
              title={text.renameHelp}
              className="hover:bg-sunken -mx-1 h-6 max-w-full truncate rounded px-1 text-left text-base font-semibold"
              onClick={() => setEditing(true)}
            >
              {name}
            </button>
          </h2>
        )}
        <p className="text-soft text-xs break-words">{subtitleOf(scenario, resource)}</p>
      </div>
      <span className="flex flex-none">
        <MenuButton
          label={text.more(name)}
          look="quiet"
          className="px-0"
          icon={<EllipsisVertical aria-hidden size={16} />}
          entries={() => subjectMenu(resource, resource.id, () => setEditing(true))}
        />
        <CloseButton />
      </span>
    </header>
  );
}

function subtitleOf(document: Scenario, resource: Resource): string {
  const zone = get(document, zoneOf(document, resource));
  const awsId = document.observed[resource.id]?.awsId ?? '';
  return [
    descriptorOf(resource.kind)?.label ?? resource.kind,
    detailOf(document, resource),
    zone && zone.id !== resource.id ? nameOf(document, zone) : '',
    awsId === nameOf(document, resource) ? '' : awsId,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
