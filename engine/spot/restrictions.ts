/**
 * What one may not do with a Spot Instance, and what may not be asked for.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-requests.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interruption-behavior.html
 */
import type { ActionType } from '../model/document';
import type { SpotRequest } from './request';

interface SpotRefusal {
  readonly code: string;
  readonly message: string;
}

const STOPS: readonly ActionType[] = ['stop', 'force-stop', 'hibernate'];

/** @param stateReason of the instance: a stop by EC2 can't be undone by the user. */
export function spotRefusal(
  action: ActionType,
  request: SpotRequest,
  stateReason: string | null | undefined,
): SpotRefusal | undefined {
  if (STOPS.includes(action) && request.type === 'one-time')
    return {
      code: 'UnsupportedOperation',
      message: `You can't stop the Spot Instance '${request.id}' because it is associated with a one-time Spot Instance request. You can only stop Spot Instances associated with persistent Spot Instance requests.`,
    };
  if (action === 'start' && stateReason === 'Server.SpotInstanceShutdown')
    return {
      code: 'IncorrectSpotRequestState',
      message: `You can't start the Spot Instance '${request.id}' because the associated Spot Instance request is not in an appropriate state to support start. Only EC2 starts what it has interrupted.`,
    };
  return undefined;
}

/** What is wrong with the request itself. */
export function spotRequestRefusal(
  request: Pick<SpotRequest, 'type' | 'interruption'>,
  inPlacementGroup: boolean,
): SpotRefusal | undefined {
  if (request.interruption !== 'terminate' && request.type === 'one-time')
    return {
      code: 'InvalidParameterCombination',
      message: `The request with type 'one-time' is not supported when instanceInterruptionBehavior is set to '${request.interruption}'. Use a persistent request, or terminate.`,
    };
  if (request.interruption !== 'terminate' && inPlacementGroup)
    return {
      code: 'InvalidParameterCombination',
      message: `A Spot Instance that is set to ${request.interruption} on interruption can't be launched in a placement group. Use terminate, or leave the group.`,
    };
  return undefined;
}
