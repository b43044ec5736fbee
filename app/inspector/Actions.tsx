/** Stop, start, reboot, and the plug: what the engine says can be done now. Each is one entry in the script. */
import { CloudOff, Cloudy, Play, RotateCw, Square, Unplug } from 'lucide-react';
import type { ActionOption, Resource } from '../../engine';
import { useRun } from '../state/hooks';
import { actionsText } from '../strings/en/actions';
import { inspector as text } from '../strings';
import { act, type Action } from '../subject/actions';
import { Button } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';

const ICONS: Partial<Record<Action, React.ReactNode>> = {
  stop: <Square aria-hidden size={13} />,
  launch: <Play aria-hidden size={13} />,
  start: <Play aria-hidden size={13} />,
  reboot: <RotateCw aria-hidden size={13} />,
  'restore-volume': <Cloudy aria-hidden size={14} />,
  'fail-zone': <CloudOff aria-hidden size={14} />,
  'restore-zone': <Cloudy aria-hidden size={14} />,
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
  if (design && resource.kind === 'zone')
    return <p className="text-soft pt-1 text-xs">{text.designHelpOfZone}</p>;
  const offered = actions.flatMap((action) =>
    action.type === 'write-data' ? [] : [{ ...action, type: action.type }],
  );
  const shown = offered.filter((action) => action.type in ICONS && action.enabled);
  const plug = offered.filter((action) => !(action.type in ICONS));
  const refused = offered.filter((action) => action.type in ICONS && !action.enabled);
  if (actions.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1 pt-2">
      {shown.map(({ type }) => (
        <Button
          key={type}
          icon={ICONS[type]}
          look={type === 'fail-zone' ? 'danger' : undefined}
          onClick={() => act(type, resource.id)}
        >
          {actionsText.labels[type]}
        </Button>
      ))}
      {plug.length > 0 && (
        <MenuButton
          label={text.pullThePlug}
          look="danger"
          icon={<Unplug aria-hidden size={14} />}
          entries={() =>
            [...plug, ...refused].map(({ type, enabled, reason }) => ({
              label: actionsText.labels[type],
              run: () => act(type, resource.id),
              disabled: !enabled,
              ...(reason === undefined ? {} : { hint: reason }),
            }))
          }
        >
          {text.pullThePlug}
        </MenuButton>
      )}
    </div>
  );
}
