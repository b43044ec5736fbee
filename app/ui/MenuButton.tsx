/** A button that opens a menu. The menu itself is loaded when it is wanted the first time. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './Button';
import type { MenuEntry } from './menu-entry';

const Menu = lazy(() => import('./Menu'));

export interface MenuButtonProps {
  readonly label: string;
  /** Asked for when the menu opens. */
  readonly entries: () => readonly MenuEntry[];
  readonly look?: ButtonProps['look'];
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
  /** Shown text; without it the label is only spoken. */
  readonly children?: ReactNode;
  /** Inside a widget with a keyboard of its own, which presses the button itself. */
  readonly outOfTabOrder?: boolean;
  /** `data-…` name by which such a widget finds the button. */
  readonly marker?: string;
  /** The menu closed without going anywhere: where the keyboard goes instead of the button. */
  readonly onClosed?: () => void;
}

export function MenuButton(props: MenuButtonProps) {
  const { label, entries, children, outOfTabOrder, marker, onClosed, ...looks } = props;
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const [byKeyboard, setByKeyboard] = useState(false);
  const button = (
    <Button
      {...looks}
      {...(marker === undefined ? {} : { [`data-${marker}`]: '' })}
      aria-label={children === undefined ? label : undefined}
      title={label}
      aria-haspopup="menu"
      aria-expanded={open}
      tabIndex={outOfTabOrder ? -1 : undefined}
      onClick={(event) => {
        event.stopPropagation();
        // Once the menu is loaded it opens on the press itself; a click without one comes from a script or a reader.
        if (wanted && event.detail !== 0) return;
        setByKeyboard(event.detail === 0);
        setWanted(true);
        setOpen(true);
      }}
    >
      {children}
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <Menu
        entries={open ? entries() : []}
        trigger={button}
        open={open}
        byKeyboard={byKeyboard}
        onOpenChange={setOpen}
        onClosed={onClosed}
      />
    </Suspense>
  );
}
