/**
 * EC2 takes Spot capacity back: the notice, the two minutes, the state of the request.
 * Runs after the lifecycle, which does the stopping and terminating.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-request-status.html
 */
import type { Handler, Handlers, Now, Out } from '../kernel/simulation';
import type { SpotFields, SpotRequest, SpotWorld } from './request';

const NOTICE_MS = 120_000;

type State = Now<SpotFields>;
type Writer = Out<SpotFields>;
type Act = (request: SpotRequest, state: State, out: Writer) => void;

export function spotHandlers(world: SpotWorld): Handlers<SpotFields> {
  const on =
    (act: Act): Handler<SpotFields> =>
    (event, state, out) => {
      const request = world.requestOf(event.subject);
      if (request) act(request, state, out);
    };

  return {
    'run-instances': [
      on(({ subject }, state, out) => {
        const refused = state.cells.get(subject, 'state') === 'not-launched';
        out.set(subject, 'spotRequest', refused ? 'bad-parameters' : 'pending-fulfillment');
      }),
    ],
    'instance-running': [on(({ subject }, _state, out) => out.set(subject, 'spotRequest', 'fulfilled'))],
    'spot-interrupt': [
      (event, state, out) => {
        const request = world.requestOf(event.subject);
        if (!request) return out.note('spot-not-spot');
        interrupt(request, state, out);
      },
    ],
    'spot-reclaim': [
      on(({ subject }, _state, out) => {
        out.set(subject, 'reclaim', undefined);
        out.set(subject, 'spotNoticeAt', null);
      }),
    ],
    stop: [on(withdraw)],
    'force-stop': [on(withdraw)],
    hibernate: [on(withdraw)],
    'shut-down': [on(withdraw)],
    terminate: [on(withdraw)],
    'instance-stopped': [
      on(({ subject }, state, out) => {
        const byUser = isByUser(state.cells.get(subject, 'stateReason'));
        out.set(subject, 'spotRequest', byUser ? 'instance-stopped-by-user' : 'instance-stopped-no-capacity');
        out.set(subject, 'spotAction', null);
      }),
    ],
    'instance-terminated': [
      on(({ subject }, state, out) => {
        const byUser = isByUser(state.cells.get(subject, 'stateReason'));
        out.set(
          subject,
          'spotRequest',
          byUser ? 'instance-terminated-by-user' : 'instance-terminated-no-capacity',
        );
        out.set(subject, 'spotAction', null);
      }),
    ],
  };
}

const isByUser = (reason: string | null | undefined): boolean =>
  reason?.startsWith('Client.UserInitiated') === true || reason === 'Client.InstanceInitiatedShutdown';

function interrupt(request: SpotRequest, state: State, out: Writer): void {
  const { subject, interruption, canHibernate } = request;
  if (state.cells.get(subject, 'state') !== 'running') return out.note('spot-not-running');
  if (state.cells.get(subject, 'spotNoticeAt')) return out.note('spot-noticed-already');
  // A hibernation that can't be done ends as a normal shutdown.
  const action = interruption === 'hibernate' && !canHibernate ? 'stop' : interruption;
  const delayMs = action === 'hibernate' ? 0 : NOTICE_MS;
  out.set(subject, 'spotNoticeAt', state.now + delayMs);
  out.set(subject, 'spotAction', action);
  out.set(subject, 'spotRequest', action === 'terminate' ? 'marked-for-termination' : 'marked-for-stop');
  out.set(subject, 'reclaim', out.schedule(delayMs, 'spot-reclaim', subject));
  out.note(action === 'hibernate' ? 'spot-notice-hibernate' : 'spot-notice', action);
}

/** You ended it yourself: the notice is gone. */
function withdraw({ subject }: SpotRequest, state: State, out: Writer): void {
  if (state.cells.get(subject, 'state') === 'running') return;
  if (!state.cells.get(subject, 'spotNoticeAt')) return;
  out.cancel(state.cells.get(subject, 'reclaim'));
  out.set(subject, 'reclaim', undefined);
  out.set(subject, 'spotNoticeAt', null);
  out.set(subject, 'spotAction', null);
}
