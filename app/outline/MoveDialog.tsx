/** “Move to…”: every place, the legal ones to choose, the others with the reason. The keyboard's way to drag. */
import { FrameDialog } from '../frame/FrameDialog';
import { useAnswer } from '../engine-client/use-answer';
import { useDocument, useView } from '../state/hooks';
import { outline as text } from '../strings';
import { placeChoice } from './place-choice';
import { PlaceList } from './PlaceList';
import { RefusedNote } from './RefusedNote';
import { nameOfId } from '../subject/sentence';
import { useIntent } from './use-intent';

export function MoveDialog() {
  const ids = useView((state) => state.selection);
  const scenario = useDocument((state) => state.document);
  const { refused, run, takeOffer } = useIntent();
  const { value, failure } = useAnswer((engine) => engine.places({ ids }), `move ${ids.join(' ')}`);
  const [first] = ids;
  const name = ids.length === 1 && first !== undefined ? nameOfId(scenario, first) : text.things(ids.length);
  const choices = Object.entries(value ?? {})
    .filter(([place]) => !ids.includes(place))
    .map(([place, option]) => placeChoice(scenario, place, option));
  return (
    <FrameDialog title={text.moveTitle(name)}>
      <RefusedNote refused={refused} onTakeOffer={takeOffer} />
      {failure && <p className="text-bad text-sm">{failure.message}</p>}
      {!value && !failure && <p className="text-soft text-sm">{text.asking}</p>}
      {value && (
        <PlaceList
          choices={choices}
          empty={text.nowhere}
          onChoose={(into) => void run({ type: 'place', ids, into })}
        />
      )}
    </FrameDialog>
  );
}
