/**
 * What the engine says can be done now: the two or three calls that one would make, and one menu with all the rest, by
 * who does it. Each is one entry in the script.
 */
import { CloudOff, Cloudy, Play, RotateCw, Square, Unplug } from 'lucide-react';
import type { ActionOption, Resource } from '../../engine';
import { useRun } from '../state/hooks';
import { actionsText } from '../strings/en/actions';
import { inspector as text } from '../strings';
import { act, type Action } from '../subject/actions';
import { Button } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';
import type { MenuEntry } from '../ui/menu-entry';

const ICONS: Partial<Record<Action, React.ReactNode>> = {
  stop: <Square aria-hidden size={13} />,
  launch: <Play aria-hidden size={13} />,
  start: <Play aria-hidden size={13} />,
  reboot: <RotateCw aria-hidden size={13} />,
  'restore-volume': <Cloudy aria-hidden size={14} />,
  'fail-zone': <CloudOff aria-hidden size={14} />,
  'restore-zone': <Cloudy aria-hidden size={14} />,
};

/** Who does it, in the order of the menu. */
const GROUPS = ['you', 'inside', 'aws'] as const;
const GROUP_OF: Record<Action, (typeof GROUPS)[number]> = {
  launch: 'you',
  start: 'you',
  stop: 'you',
  reboot: 'you',
  hibernate: 'you',
  'force-stop': 'you',
  terminate: 'you',
  'shut-down': 'inside',
  halt: 'inside',
  crash: 'inside',
  'run-enclave': 'inside',
  'terminate-enclave': 'inside',
  'spot-interrupt': 'aws',
  'fail-host': 'aws',
  'schedule-event': 'aws',
  'attach-network-interface': 'you',
  'detach-network-interface': 'you',
  'associate-address': 'you',
  'disassociate-address': 'you',
  'attach-volume': 'you',
  'detach-volume': 'you',
  'move-private-address': 'you',
  'set-source-dest-check': 'you',
  'fail-volume': 'aws',
  'restore-volume': 'aws',
  'fail-zone': 'aws',
  'restore-zone': 'aws',
  'create-image': 'you',
  'deprecate-image': 'you',
  'disable-image': 'you',
  'enable-image': 'you',
  'deregister-image': 'you',
};

interface Offered extends Omit<ActionOption, 'type'> {
  readonly type: Action;
}

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
  const offered: readonly Offered[] = actions.flatMap((action) =>
    action.type === 'write-data' ? [] : [{ ...action, type: action.type }],
  );
  const isPlain = ({ type, enabled, uncertain }: Offered) => type in ICONS && enabled && !uncertain;
  const shown = offered.filter(isPlain);
  const others = GROUPS.flatMap((group) =>
    offered.filter((action) => !isPlain(action) && GROUP_OF[action.type] === group),
  );
  if (offered.length === 0) return null;
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
      {others.some(({ type, enabled }) => enabled || !(type in ICONS)) && (
        <MenuButton
          label={text.goesWrong}
          look="danger"
          icon={<Unplug aria-hidden size={14} />}
          entries={() => others.map((action) => entryOf(action, resource.id))}
        >
          {text.goesWrong}
        </MenuButton>
      )}
    </div>
  );
}

function entryOf({ type, enabled, reason, uncertain }: Offered, id: string): MenuEntry {
  const hint = [reason, uncertain ? text.undocumented : undefined].filter(Boolean).join(' ');
  return {
    label: actionsText.labels[type],
    group: text.groups[GROUP_OF[type]],
    run: () => act(type, id),
    disabled: !enabled,
    ...(hint === '' ? {} : { hint }),
  };
}
