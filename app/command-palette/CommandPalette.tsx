/** Every command by name, what can be done with what is selected, what can be added, and every thing to go to. */
import { useMemo, useState, type KeyboardEvent } from 'react';
import { matches, isMac } from '../commands/keys';
import { takeTyped } from '../commands/typed-ahead';
import { afterDialog } from '../frame/dialog-focus';
import { closeDialog, FrameDialog } from '../frame/FrameDialog';
import { commandPalette as text } from '../strings/en/command-palette';
import { KindIcon } from '../ui/KindIcon';
import { SearchList } from '../ui/SearchList';
import { COMMAND_PALETTE_KEYS } from '../commands/command-palette';
import { paletteItems } from './items';
import { rankItems, type PaletteItem } from './ranking';
import { recentCommands, rememberCommand } from './recent';
import './command-palette.css';

export default function CommandPalette() {
  const [query, setQuery] = useState('');
  // What can be done does not change while one looks for it.
  const [items] = useState(paletteItems);
  const [recent] = useState(recentCommands);
  const rows = useMemo(() => rankItems(items, recent, query, text.sections), [items, recent, query]);
  const [stood, setStood] = useState<string | null>(null);
  const active = rows.some(({ id }) => id === stood)
    ? stood
    : (rows.find(({ type }) => type === 'option')?.id ?? null);

  const choose = (id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row?.type !== 'option' || row.disabled) return;
    if (row.item.section === 'commands') rememberCommand(row.item.id);
    afterDialog(row.item.run);
    closeDialog();
  };
  // The keys that open it close it again.
  const toggle = (event: KeyboardEvent): boolean => {
    const again = COMMAND_PALETTE_KEYS.some((keys) => matches(event.nativeEvent, keys, isMac()));
    if (again) closeDialog();
    return again;
  };

  return (
    <FrameDialog title={text.title} whole="command-palette" bare>
      <SearchList
        label={text.label}
        placeholder={text.placeholder}
        typedAhead={takeTyped}
        query={query}
        onQuery={(next) => {
          setQuery(next);
          setStood(null);
        }}
        rows={rows}
        active={active}
        onActive={setStood}
        onChoose={choose}
        onKey={toggle}
        show={(item) => <Item item={item} />}
        empty={<p className="search-list-empty">{text.nothing(query.trim())}</p>}
      />
    </FrameDialog>
  );
}

function Item({ item }: { readonly item: PaletteItem }) {
  return (
    <>
      {item.kind !== undefined && <KindIcon kind={item.kind} size={18} />}
      <span className="search-list-main">
        {item.label}
        {item.hint !== undefined && <small>{item.hint}</small>}
      </span>
      {item.detail !== undefined && <span className="search-list-detail">{item.detail}</span>}
      {item.keys !== undefined && <kbd>{item.keys}</kbd>}
    </>
  );
}
