/** Places a palette entry without a pointer: into what is selected, else into the first place that takes it. */
import { CANVAS, descriptorOf, type PlaceId } from '../../engine';
import { report } from '../canvas/gesture/effects';
import { currentDrawing } from '../canvas/drawing';
import { keyOf } from '../canvas/view';
import { stageRect } from '../canvas/stage';
import { ask } from '../engine-client/engine-client';
import { propose } from '../state/perform';
import { announce, reveal, viewStore } from '../state/view-store';
import { canvasText as text } from '../strings/en/canvas';

export async function placeNow(kind: string): Promise<void> {
  const reply = await ask((engine) => engine.places({ kind }));
  if (!reply.ok) {
    announce(reply.failure.message, 'bad');
    return;
  }
  const places = reply.value;
  const order = [...around(viewStore.getState().selection[0]), ...currentDrawing().things.keys(), CANVAS];
  const into =
    order.find((place) => places[place]?.legal) ??
    order.find((place) => {
      const option = places[place];
      return option && !option.legal && option.offersFix;
    });
  if (into === undefined) {
    announce(text.noPlace(descriptorOf(kind)?.label ?? kind), 'bad');
    return;
  }
  const rect = stageRect();
  const outcome = await propose({ type: 'create', kind, into });
  report(outcome, { x: (rect?.left ?? 0) + 40, y: (rect?.top ?? 0) + 40 });
  if (outcome.ok && outcome.selects) reveal(outcome.selects);
}

/** The selected thing and the boxes around it. */
function around(selected: string | undefined): readonly PlaceId[] {
  const drawing = currentDrawing();
  const places: PlaceId[] = [];
  for (let key = selected === undefined ? null : keyOf(selected); key !== null;) {
    places.push(key);
    key = drawing.things.get(key)?.parent ?? null;
  }
  return places;
}
