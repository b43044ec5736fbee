/** How long a link is and where it still works, said before it is copied. */
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { share as text } from '../strings';
import { fateOf, MAX_LINK_CHARACTERS, PLACES, reachOf, type Fate } from './link';

const MARKS = {
  yes: { Icon: CircleCheck, tone: 'text-good' },
  some: { Icon: TriangleAlert, tone: 'text-warn' },
  no: { Icon: CircleX, tone: 'text-bad' },
} as const satisfies Record<Fate, unknown>;

export function LinkReach({ characters }: { readonly characters: number }) {
  const reach = reachOf(characters);
  return (
    <div className="pt-2 text-xs">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{text.characters(characters)}</span>
        <ul aria-label={text.where} className="flex gap-3">
          {PLACES.map((place) => {
            const fate = fateOf(reach, place);
            const { Icon, tone } = MARKS[fate];
            return (
              <li key={place} className="flex items-center gap-1">
                <Icon aria-hidden size={14} className={`${tone} flex-none`} />
                {text.places[place]} <span className="sr-only">{text.works[fate]}</span>
              </li>
            );
          })}
        </ul>
      </div>
      <p className="text-soft pt-1">
        {reach === 'too-long' ? text.reach[reach](MAX_LINK_CHARACTERS) : text.reach[reach]}
      </p>
    </div>
  );
}
