/** What the cell under the pointer or the keyboard says, in full. */
import { matrixWords as words } from '../strings/en/matrix';
import { linesOfCell, type Told } from './sentence';

export function CellWords({ told }: { readonly told: Told }) {
  const { lines, more } = linesOfCell(told);
  return (
    <>
      {lines.map(({ pair, text }) => (
        <p key={`${pair} ${text}`}>
          <b>{pair}</b>: {text}
        </p>
      ))}
      {more > 0 && <p>{words.more(more)}</p>}
    </>
  );
}
