/** Tabs tell each other which document they have open, so that two never work on one. */

type Message =
  | { readonly type: 'opened'; readonly id: string; readonly tab: string }
  | { readonly type: 'mine'; readonly id: string; readonly to: string };

export interface OtherTabs {
  /** This tab works on that document now; `isTaken` is called if another tab had it first. */
  readonly announce: (id: string, isTaken: () => void) => void;
}

/** @param tab any text that is this tab's own. */
export function watchOtherTabs(tab: string): OtherTabs {
  if (typeof BroadcastChannel === 'undefined') return { announce: () => {} };
  const channel = new BroadcastChannel('ec2-playground.documents');
  let open = '';
  let taken: () => void = () => {};
  channel.addEventListener('message', (event: MessageEvent<Message>) => {
    const message = event.data;
    if (message.type === 'opened') {
      if (message.id === open && message.tab !== tab)
        channel.postMessage({ type: 'mine', id: open, to: message.tab } satisfies Message);
    } else if (message.to === tab && message.id === open) {
      taken();
    }
  });
  return {
    announce: (id, isTaken) => {
      open = id;
      taken = isTaken;
      channel.postMessage({ type: 'opened', id, tab } satisfies Message);
    },
  };
}
