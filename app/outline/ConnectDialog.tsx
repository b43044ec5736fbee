/** “Connect with…”: everything a thing may be attached to, put on or associated with, as a list. */
import { get } from '../../engine';
import { useAnswer } from '../engine-client/use-answer';
import { FrameDialog } from '../frame/FrameDialog';
import { useDocument, useRun, useView } from '../state/hooks';
import { outline as text } from '../strings';
import { connectText } from '../strings/en/connect';
import { nameOfId } from '../subject/sentence';
import { PlaceList, type Choice } from './PlaceList';
import { RefusedNote } from './RefusedNote';
import { useIntent } from './use-intent';

export function ConnectDialog() {
  const id = useView((state) => state.selection[0] ?? '');
  const scenario = useDocument((state) => state.document);
  const moment = useRun((state) => state.moment);
  const { refused, run, takeOffer } = useIntent();
  const { value, failure } = useAnswer((engine) => engine.connections(id, moment), `connect ${id}`);
  const name = nameOfId(scenario, id);
  const choices = (value ?? []).map(({ with: other, label }): Choice => ({
    id: other,
    kind: get(scenario, other)?.kind ?? '',
    label: nameOfId(scenario, other),
    detail: label,
  }));
  return (
    <FrameDialog title={connectText.title(name)}>
      <RefusedNote refused={refused} onTakeOffer={takeOffer} />
      {failure && <p className="text-bad text-sm">{failure.message}</p>}
      {!value && !failure && <p className="text-soft text-sm">{text.asking}</p>}
      {value && (
        <PlaceList
          choices={choices}
          empty={connectText.none(name)}
          onChoose={(other) => void run({ type: 'associate', id, with: other })}
        />
      )}
    </FrameDialog>
  );
}
