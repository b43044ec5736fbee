/** A searchable list to choose from; what is not possible stays in sight with its reason. */
import { useState } from 'react';
import { outline as text } from '../strings';
import { KindIcon } from '../ui/KindIcon';

export interface Choice {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  /** Why it can't be chosen. */
  readonly refusal?: string;
  /** It is refused, but the engine knows a way: choosing asks for it. */
  readonly offersFix?: boolean;
}

const SEARCH_FROM = 8;

export function PlaceList({
  choices,
  empty,
  onChoose,
}: {
  readonly choices: readonly Choice[];
  readonly empty: string;
  readonly onChoose: (id: string) => void;
}) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = choices.filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(wanted));
  const legal = found.filter((choice) => choice.refusal === undefined || choice.offersFix);
  const illegal = found.filter((choice) => choice.refusal !== undefined && !choice.offersFix);
  return (
    <>
      {choices.length >= SEARCH_FROM && (
        <input
          autoFocus
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = legal;
            if (event.key === 'Enter' && first) onChoose(first.id);
          }}
          className="border-line bg-ground mt-0.5 mb-2 h-8 w-full rounded-md border px-2 text-sm"
        />
      )}
      {legal.length === 0 && <p className="text-soft py-1 text-sm">{empty}</p>}
      <ul>
        {legal.map((choice, index) => (
          <li key={choice.id}>
            <button
              type="button"
              autoFocus={index === 0 && choices.length < SEARCH_FROM}
              onClick={() => onChoose(choice.id)}
              className="hover:bg-sunken flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left text-sm"
            >
              <Words choice={choice} />
            </button>
          </li>
        ))}
      </ul>
      {illegal.length > 0 && (
        <>
          <h3 className="text-soft pt-3 pb-1 text-xs font-semibold">{text.notHere}</h3>
          <ul className="space-y-1">
            {illegal.map((choice) => (
              <li key={choice.id} className="flex min-h-8 items-center gap-2 px-2 py-1 text-sm">
                <Words choice={choice} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Words({ choice }: { readonly choice: Choice }) {
  return (
    <>
      <KindIcon kind={choice.kind} size={18} />
      <span className="min-w-0 flex-1">
        <span className={choice.refusal === undefined ? 'font-medium' : 'text-soft font-medium'}>
          {choice.label}
        </span>{' '}
        <span className="text-soft text-xs">{choice.detail}</span>
        {choice.refusal !== undefined && <span className="text-soft block text-xs">{choice.refusal}</span>}
      </span>
    </>
  );
}
