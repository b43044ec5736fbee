const IRREGULAR: Readonly<Record<string, string>> = {
  Copy: 'Copied',
  Cut: 'Cut',
  Give: 'Gave',
  Lead: 'Led',
  Leave: 'Left',
  Let: 'Let',
  Make: 'Made',
  Pin: 'Pinned',
  Put: 'Put',
  Redraw: 'Redrew',
  Send: 'Sent',
  Set: 'Set',
  Stop: 'Stopped',
  Take: 'Took',
  Tidy: 'Tidied',
  Unpin: 'Unpinned',
  Write: 'Wrote',
};

const REGULAR =
  /^(?:Accept|Add|Allocate|Allow|Arrange|Assign|Associate|Attach|Change|Close|Collapse|Connect|Create|Delete|Deprecate|Deregister|Detach|Disable|Disassociate|Duplicate|Enable|Enter|Expand|Join|Listen|Move|Open|Paste|Peer|Point|Pull|Reboot|Register|Release|Remove|Rename|Renumber|Replace|Route|Share|Start|Switch|Target|Terminate|Turn|Use)$/;

/** The history calls an edit by what it does, as an order; once it is done, this is how it is told. */
export function asDone(label: string): string {
  // For the history it is drawn anew, since EC2 moves no instance; for who did it, it was moved.
  const moved = /^Redraw (.+?) in (.+?)(?:: | with )address ([0-9.]+)(.*)$/.exec(label);
  if (moved) {
    const [, thing = '', place = '', address = '', rest = ''] = moved;
    return `Moved ${thing} to ${place}: it has the new address ${address}${rest}`;
  }
  const [verb = ''] = label.split(' ', 1);
  const done = IRREGULAR[verb] ?? (REGULAR.test(verb) ? verb.replace(/e?$/, 'ed') : verb);
  return done + label.slice(verb.length);
}
