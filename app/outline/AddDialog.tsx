/** “Add…”: what the place takes, as a list. The keyboard's way to drag from the palette. */
import { DESCRIPTORS, type Kind, type PlaceOption } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { useAnswer } from '../engine-client/use-answer';
import { FrameDialog } from '../frame/FrameDialog';
import { useDocument, useView } from '../state/hooks';
import { outline as text } from '../strings';
import { placeName } from './place-choice';
import { PlaceList, type Choice } from './PlaceList';
import { RefusedNote } from './RefusedNote';
import { useIntent } from './use-intent';

const OFFERED = DESCRIPTORS.filter(({ importOnly }) => !importOnly);

export function AddDialog() {
  const place = useView((state) => state.dialogPlace);
  const scenario = useDocument((state) => state.document);
  const { refused, run, takeOffer } = useIntent();
  const { value, failure } = useAnswer(async () => {
    const options: (readonly [Kind, PlaceOption])[] = [];
    const replies = await Promise.all(
      OFFERED.map(async ({ kind }) => ({ kind, reply: await ask((engine) => engine.places({ kind })) })),
    );
    for (const { kind, reply } of replies) {
      if (!reply.ok) return reply;
      // Where the engine says nothing, nobody would look for it either.
      const option = reply.value[place];
      if (option) options.push([kind, option]);
    }
    return { ok: true, revision: 0, footprint: 'all', value: options };
  }, `add ${place}`);
  const choices = (value ?? []).map(([kind, option]): Choice => {
    const descriptor = DESCRIPTORS.find((candidate) => candidate.kind === kind);
    return {
      id: kind,
      kind,
      label: descriptor?.label ?? kind,
      detail: option.legal ? (descriptor?.summary ?? '') : '',
      ...(option.legal ? {} : { refusal: option.message, offersFix: option.offersFix }),
    };
  });
  return (
    <FrameDialog title={text.addTitle(placeName(scenario, place))}>
      <RefusedNote refused={refused} onTakeOffer={takeOffer} />
      {failure && <p className="text-bad text-sm">{failure.message}</p>}
      {!value && !failure && <p className="text-soft text-sm">{text.asking}</p>}
      {value && (
        <PlaceList
          choices={choices}
          empty={text.nothingHere}
          onChoose={(kind) => void run({ type: 'create', kind, into: place })}
        />
      )}
    </FrameDialog>
  );
}
