/** The menu behind a MenuButton. */
import { Fragment, useEffect, useRef, type ReactElement } from 'react';
import { Check } from 'lucide-react';
import * as DropdownMenu from 'radix-ui/dropdown-menu';
import type { MenuEntry } from './menu-entry';

const ITEM =
  'flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-[highlighted]:bg-sunken data-[disabled]:opacity-60';

/** A second of them. */
const MOST_FRAMES = 60;

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  readonly trigger: ReactElement;
  readonly open: boolean;
  /** Opened by a key: the first entry takes the keyboard. */
  readonly byKeyboard: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onClosed?: (() => void) | undefined;
}

export default function Menu({ entries, trigger, open, byKeyboard, onOpenChange, onClosed }: MenuProps) {
  // Runs after the menu is gone, so that what it opens or focuses keeps the keyboard.
  const chosen = useRef<(() => void) | null>(null);
  const pressedOutside = useRef(false);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open || !byKeyboard) return;
    // The menu focuses itself first, as it does for a pointer; on a busy machine that takes more than a frame.
    let frame = 0;
    const enter = (framesLeft: number) => {
      const menu = content.current;
      if (menu && document.activeElement === menu)
        menu.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus();
      else if (framesLeft > 0) frame = requestAnimationFrame(() => enter(framesLeft - 1));
    };
    frame = requestAnimationFrame(() => enter(MOST_FRAMES));
    return () => cancelAnimationFrame(frame);
  }, [open, byKeyboard]);
  const close = (event: Event) => {
    if (onClosed) {
      event.preventDefault();
      if (!pressedOutside.current) onClosed();
    }
    pressedOutside.current = false;
    const run = chosen.current;
    chosen.current = null;
    if (run) requestAnimationFrame(run);
  };
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={content}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={() => {
            pressedOutside.current = true;
          }}
          onCloseAutoFocus={close}
          onClick={(event) => event.stopPropagation()}
          className="border-line bg-raised shadow-float z-50 max-h-[70vh] min-w-48 overflow-auto rounded-lg border p-1"
        >
          {entries.map((entry, index) =>
            entry === 'separator' ? (
              <DropdownMenu.Separator key={index} className="bg-line my-1 h-px" />
            ) : (
              <Fragment key={entry.label}>
                {entry.group !== undefined && entry.group !== groupOf(entries[index - 1]) && (
                  <DropdownMenu.Label className="text-soft px-2 pt-1.5 pb-0.5 text-xs font-semibold">
                    {entry.group}
                  </DropdownMenu.Label>
                )}
                <Entry
                  entry={entry}
                  onSelect={() => {
                    chosen.current = entry.run;
                  }}
                />
              </Fragment>
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const groupOf = (entry: MenuEntry | undefined): string | undefined =>
  entry === undefined || entry === 'separator' ? undefined : entry.group;

function Entry({
  entry,
  onSelect,
}: {
  readonly entry: Exclude<MenuEntry, 'separator'>;
  readonly onSelect: () => void;
}) {
  const body = (
    <>
      {entry.icon}
      <span className="min-w-0 flex-1">
        {entry.label}
        {entry.hint && (
          <span className="text-soft block max-w-64 text-xs whitespace-normal">{entry.hint}</span>
        )}
      </span>
      {entry.keys && <span className="text-soft pl-4 text-xs">{entry.keys}</span>}
    </>
  );
  const shared = {
    className: `${ITEM} ${entry.tone === 'bad' ? 'text-bad' : 'text-text'}`,
    disabled: entry.disabled ?? false,
    onSelect,
  };
  if (entry.checked === undefined) return <DropdownMenu.Item {...shared}>{body}</DropdownMenu.Item>;
  return (
    <DropdownMenu.CheckboxItem {...shared} checked={entry.checked}>
      {body}
      <Check aria-hidden size={14} className={entry.checked ? '' : 'invisible'} />
    </DropdownMenu.CheckboxItem>
  );
}
