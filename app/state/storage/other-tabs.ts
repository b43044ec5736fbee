/** Tabs tell each other which document they have open, so that two never work on one. */

type Message =
  | { readonly type: 'opened'; readonly id: string; readonly tab: string }
  | { readonly type: 'mine'; readonly id: string; readonly to: string }
  /** Which documents have the others open? They answer with `open`. */
  | { readonly type: 'who'; readonly tab: string }
  | { readonly type: 'open'; readonly id: string; readonly to: string };

/** As long as tabs of one browser take to answer, and no longer than somebody notices. */
const ANSWER_MS = 120;

export interface OtherTabs {
  /** This tab works on that document now; `isTaken` is called if another tab had it first. */
  readonly announce: (id: string, isTaken: () => void) => void;
  /** Ids of the documents that other tabs work on. */
  readonly openElsewhere: () => Promise<ReadonlySet<string>>;
}

/** @param tab any text that is this tab's own. */
export function watchOtherTabs(tab: string): OtherTabs {
  if (typeof BroadcastChannel === 'undefined')
    return { announce: () => {}, openElsewhere: () => Promise.resolve(new Set()) };
  const channel = new BroadcastChannel('ec2-playground.documents');
  let open = '';
  let taken: () => void = () => {};
  let elsewhere = new Set<string>();
  const post = (message: Message) => channel.postMessage(message);
  channel.addEventListener('message', (event: MessageEvent<Message>) => {
    const message = event.data;
    switch (message.type) {
      case 'opened':
        if (message.id === open && message.tab !== tab) post({ type: 'mine', id: open, to: message.tab });
        break;
      case 'mine':
        if (message.to === tab && message.id === open) taken();
        break;
      case 'who':
        if (message.tab !== tab && open !== '') post({ type: 'open', id: open, to: message.tab });
        break;
      case 'open':
        if (message.to === tab) elsewhere.add(message.id);
        break;
    }
  });
  return {
    announce: (id, isTaken) => {
      open = id;
      taken = isTaken;
      post({ type: 'opened', id, tab });
    },
    openElsewhere: async () => {
      elsewhere = new Set();
      post({ type: 'who', tab });
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      return elsewhere;
    },
  };
}
