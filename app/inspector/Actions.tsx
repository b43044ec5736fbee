/** Stop, start, reboot, and the plug: what the engine says can be done now. Each is one entry in the script. */
import { Play, RotateCw, Square, Unplug } from 'lucide-react';
import { labelOf, type ActionOption, type Resource, type ResourceId } from '../../engine';
import { documentStore } from '../state/document-store';
import { useRun } from '../state/hooks';
import { announce } from '../state/view-store';
import { inspector as text } from '../strings';
import { ACTION_LABELS, actNow } from '../playback/act-now';
import { Button } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';

const BUTTONS: Partial<
  Record<ActionOption['type'], { readonly label: string; readonly icon: React.ReactNode }>
> = {
  stop: { label: text.stop, icon: <Square aria-hidden size={13} /> },
  start: { label: text.start, icon: <Play aria-hidden size={13} /> },
  reboot: { label: text.reboot, icon: <RotateCw aria-hidden size={13} /> },
};

export function Actions({
  resource,
  actions,
}: {
  readonly resource: Resource;
  readonly actions: readonly ActionOption[];
}) {
  const design = useRun((state) => state.moment === 'design');
  if (design && resource.kind === 'instance')
    return <p className="text-soft pt-1 text-xs">{text.designHelp}</p>;
  const shown = actions.filter((action) => action.type in BUTTONS && action.enabled);
  const plug = actions.filter((action) => !(action.type in BUTTONS) && action.type !== 'write-data');
  const refused = actions.filter((action) => action.type in BUTTONS && !action.enabled);
  if (actions.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1 pt-2">
      {shown.map((action) => (
        <Button
          key={action.type}
          icon={BUTTONS[action.type]?.icon}
          title={action.label}
          onClick={() => act(action.type, resource.id)}
        >
          {BUTTONS[action.type]?.label}
        </Button>
      ))}
      {plug.length > 0 && (
        <MenuButton
          label={text.pullThePlug}
          look="danger"
          icon={<Unplug aria-hidden size={14} />}
          entries={() =>
            [...plug, ...refused].map((action) => ({
              label: action.label,
              run: () => act(action.type, resource.id),
              disabled: !action.enabled,
              ...(action.reason === undefined ? {} : { hint: action.reason }),
            }))
          }
        >
          {text.pullThePlug}
        </MenuButton>
      )}
    </div>
  );
}

function act(type: ActionOption['type'], id: ResourceId): void {
  const done = actNow(type, id);
  const { document: scenario } = documentStore.getState();
  if (done.ok) announce(text.done(`${ACTION_LABELS[type]} ${labelOf(scenario, id)}`));
  else announce(done.error.message, 'bad');
}
