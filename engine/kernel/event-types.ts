/**
 * The closed list of things that can happen in a run. A row of the queue holds the index, so the order here is
 * part of the trace hash: add at the end.
 */
export const EVENT_TYPES = [
  // What a script asks for; the payload is the index of the action.
  'start',
  'stop',
  'reboot',
  'terminate',
  'spot-interrupt',
  'fail-host',
  'fail-zone',
  'restore-zone',
  'write-data',
  // What follows by itself.
  'run-instances',
  'instance-running',
  'system-status-passed',
  'instance-status-passed',
  'instance-rebooted',
  'instance-stopped',
  'instance-terminated',
  'spot-reclaim',
  'host-failed',
  'instance-recovered',
  'zone-lost',
  'zone-back',
  'nat-gateway-available',
  // Added later; the order is kept.
  'launch',
  'hibernate',
  'force-stop',
  'shut-down',
  'halt',
  'crash',
  'fail-volume',
  'restore-volume',
  'schedule-event',
  'instance-status-failed',
  'scheduled-event-due',
  'maintenance-over',
  'guest-step',
  'run-enclave',
  'terminate-enclave',
  'create-image',
  'deprecate-image',
  'disable-image',
  'enable-image',
  'deregister-image',
  'image-available',
  'attach-network-interface',
  'detach-network-interface',
  'associate-address',
  'disassociate-address',
  'attach-volume',
  'detach-volume',
  'move-private-address',
  'set-source-dest-check',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

const codes = new Map<string, number>(EVENT_TYPES.map((type, code) => [type, code]));

/** The integer that stands for a type in a row. */
export function codeOf(type: EventType): number {
  const code = codes.get(type);
  if (code === undefined) throw new Error(`Not an event type: ${type}`);
  return code;
}

/** The type behind the integer in a row. */
export function typeOf(code: number): EventType {
  const type = EVENT_TYPES[code];
  if (type === undefined) throw new Error(`Not an event code: ${code}`);
  return type;
}
