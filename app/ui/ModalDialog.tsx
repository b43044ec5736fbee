/** A dialog with a title and a close button; Escape and a press outside close it. */
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import * as Dialog from 'radix-ui/dialog';
import { Button } from './Button';

export interface ModalDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Fills the window, by a class of its own; what is in it scrolls by itself. */
  readonly whole?: string;
  /** Without a head: the title is only spoken, Escape and a press outside close it. */
  readonly bare?: boolean;
  /** The page behind it is not dimmed: what the dialog does is seen there. */
  readonly clear?: boolean;
  /** @returns whether it moved the focus itself; else it goes back to where it came from. */
  readonly onFocusBack?: () => boolean;
}

export function ModalDialog({
  title,
  closeLabel,
  onClose,
  children,
  wide = false,
  whole,
  bare = false,
  clear = false,
  onFocusBack,
}: ModalDialogProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={clear ? 'fixed inset-0 z-40' : 'fixed inset-0 z-40 bg-black/45'} />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            if (onFocusBack?.()) event.preventDefault();
          }}
          className={`border-line bg-raised text-text shadow-float fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-32px)] [translate:-50%] flex-col rounded-xl border ${
            whole ?? (wide ? 'max-w-2xl' : 'max-w-lg')
          }`}
        >
          {bare ? (
            <Dialog.Title className="sr-only">{title}</Dialog.Title>
          ) : (
            <header className="flex items-center justify-between gap-2 py-3 pr-3 pl-5">
              <Dialog.Title className="text-base font-semibold">{title}</Dialog.Title>
              <Dialog.Close asChild>
                <Button
                  look="quiet"
                  aria-label={closeLabel}
                  title={closeLabel}
                  icon={<X aria-hidden size={16} />}
                />
              </Dialog.Close>
            </header>
          )}
          {whole !== undefined ? (
            children
          ) : (
            // A long text without a control in it is scrolled by keys as well.
            <div
              role="region"
              aria-label={title}
              tabIndex={0}
              className="min-h-0 overflow-auto px-5 pb-5 outline-offset-[-2px]"
            >
              {children}
            </div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
