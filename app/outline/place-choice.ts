/** A place of the engine's answer as something to choose. */
import { CANVAS, get, type PlaceId, type PlaceOption, type Scenario } from '../../engine';
import { outline as text } from '../strings';
import type { Choice } from './PlaceList';
import { detailOf, nameOfId } from '../subject/sentence';

/** `vpc-1/az-1` is the zone's lane in that VPC. */
export function placeName(document: Scenario, place: PlaceId): string {
  if (place === CANVAS) return text.canvas;
  const [vpc, zone] = place.split('/');
  if (vpc !== undefined && zone !== undefined)
    return `${nameOfId(document, zone)} ${text.laneOf(nameOfId(document, vpc))}`;
  return nameOfId(document, place);
}

export function placeChoice(document: Scenario, place: PlaceId, option: PlaceOption): Choice {
  const resource = get(document, place.split('/')[1] ?? place);
  return {
    id: place,
    kind: resource?.kind ?? 'internet',
    label: placeName(document, place),
    detail: resource ? detailOf(document, resource) : '',
    ...(option.legal ? {} : { refusal: option.message, offersFix: option.offersFix }),
  };
}
