/** “Move to…”: every place, the legal ones to choose, the others with the reason. The keyboard's way to drag. */
import { get } from '../../engine';
import { FrameDialog } from '../frame/FrameDialog';
import { useAnswer } from '../engine-client/use-answer';
import { useDocument, useView } from '../state/hooks';
import { outline as text } from '../strings';
import { gatherText } from '../strings/en/gather';
import { placeChoice } from './place-choice';
import { PlaceList, type Choice } from './PlaceList';
import { RefusedNote } from './RefusedNote';
import { nameOfId } from '../subject/sentence';
import { useIntent } from './use-intent';

/** What instances may be put into that is not there yet. */
const NEW = ['subnet', 'placement-group'] as const;

const newChoice = (kind: (typeof NEW)[number]): Choice => ({
  id: `new ${kind}`,
  kind,
  label: gatherText.make[kind],
  detail: gatherText.makes[kind],
});

export function MoveDialog() {
  const ids = useView((state) => state.selection);
  const scenario = useDocument((state) => state.document);
  const { refused, run, takeOffer } = useIntent();
  const { value, failure } = useAnswer((engine) => engine.places({ ids }), `move ${ids.join(' ')}`);
  const [first] = ids;
  const name = ids.length === 1 && first !== undefined ? nameOfId(scenario, first) : text.things(ids.length);
  const news = ids.length > 0 && ids.every((id) => get(scenario, id)?.kind === 'instance') ? NEW : [];
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
          choices={[...choices, ...news.map(newChoice)]}
          empty={text.nowhere}
          onChoose={(into) => {
            const kind = NEW.find((one) => newChoice(one).id === into);
            void run(kind ? { type: 'gather', ids, kind } : { type: 'place', ids, into });
          }}
        />
      )}
    </FrameDialog>
  );
}
