/** While something is being connected by keys: what C would do here, and the keys. */
import { useStore } from 'zustand';
import { useDocument } from '../../state/hooks';
import { connectText as text } from '../../strings/en/connect';
import { titleOf } from '../projection/chips';
import { connectStore } from './connect-store';
import './keyboard.css';

export default function ConnectHint() {
  const connecting = useStore(connectStore, (state) => state.connecting);
  const name = useDocument(({ document }) => (connecting ? titleOf(document, connecting.from) : ''));
  if (!connecting) return null;
  const { options, at } = connecting;
  const option = options?.[at];
  return (
    // Spoken as it changes by the page's own live region.
    <div className="connect-hint" aria-hidden>
      <strong>
        {option && options ? text.standsOn(option.label, at + 1, options.length) : text.asking(name)}
      </strong>
      {option && <span>{text.keys}</span>}
    </div>
  );
}
