/** A dialog of the page: closes by forgetting which one is open. */
import { useState, type ReactNode } from 'react';
import { setView } from '../state/view-store';
import { files } from '../strings';
import { ModalDialog } from '../ui/ModalDialog';
import { focusBack, rememberOpener } from './dialog-focus';

export const closeDialog = (): void => setView({ dialog: null });

export function FrameDialog(props: {
  readonly title: string;
  readonly wide?: boolean;
  readonly whole?: string;
  readonly bare?: boolean;
  readonly clear?: boolean;
  readonly children: ReactNode;
}) {
  useState(rememberOpener);
  return (
    <ModalDialog
      title={props.title}
      closeLabel={files.close}
      onClose={closeDialog}
      wide={props.wide ?? false}
      bare={props.bare ?? false}
      clear={props.clear ?? false}
      {...(props.whole === undefined ? {} : { whole: props.whole })}
      onFocusBack={focusBack}
    >
      {props.children}
    </ModalDialog>
  );
}
