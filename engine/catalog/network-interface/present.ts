/** An interface at a moment: as drawn in the design, in a run as actions of the script have left it. */
import type { ScenarioView } from '../descriptors';
import type { NetworkInterface, NetworkInterfaceAttachment } from './kind';

type Moment = Pick<ScenarioView, 'at' | 'live'>;

/** `undefined`: attached to nothing. What no action has touched is as drawn, so that an edit can be tried at a moment. */
export function attachmentNow(
  { at, live }: Moment,
  eni: NetworkInterface,
): NetworkInterfaceAttachment | undefined {
  const now = at === 'design' ? undefined : live[eni.id];
  if (now?.deviceIndex === undefined) return eni.attachment;
  if (!now.attachedTo) return undefined;
  return {
    instanceId: now.attachedTo,
    deviceIndex: now.deviceIndex ?? eni.attachment?.deviceIndex ?? 0,
    deleteOnTermination: now.deleteOnTermination ?? eni.attachment?.deleteOnTermination ?? false,
  };
}

export const secondaryIpsNow = ({ at, live }: Moment, eni: NetworkInterface): readonly string[] =>
  (at === 'design' ? undefined : live[eni.id]?.secondaryIps) ?? eni.secondaryPrivateIpAddresses ?? [];

export const sourceDestCheckNow = ({ at, live }: Moment, eni: NetworkInterface): boolean =>
  (at === 'design' ? undefined : live[eni.id]?.sourceDestCheck) ?? eni.sourceDestCheck;
