/** The bar on top: whose page this is, which document, undo, theme, share. Only what works is shown. */
import {
  ChevronDown,
  CircleQuestionMark,
  Command as CommandIcon,
  Contrast,
  History,
  Link,
  Moon,
  Presentation,
  Redo2,
  Sun,
  SunMoon,
  Undo2,
} from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Command } from '../commands/command';
import { commandPalette } from '../commands/command-palette';
import { find } from '../commands/find';
import { showKeys } from '../commands/keys';
import { newDocument } from '../commands/new-document';
import { openFile } from '../commands/open-file';
import { printSheet } from '../commands/print-sheet';
import { redo } from '../commands/redo';
import { saveFile } from '../commands/save-file';
import { savePicture } from '../commands/save-picture';
import { shareLink } from '../commands/share-link';
import { showDocuments } from '../commands/show-documents';
import { showHelp } from '../commands/show-help';
import { showHistory } from '../commands/show-history';
import { showSettings } from '../commands/show-settings';
import { showVersions } from '../commands/show-versions';
import { undo } from '../commands/undo';
import { useDocument, useView } from '../state/hooks';
import { setView, THEMES } from '../state/view-store';
import { commands, frame as text } from '../strings';
import { pictures } from '../strings/en/pictures';
import { Button } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';
import type { MenuEntry } from '../ui/menu-entry';
import { DocumentTitle } from './DocumentTitle';
import { InspectorHandle } from './InspectorHandle';

const SaveStatus = lazy(() => import('./SaveStatus'));
const ViewOnly = lazy(() => import('./ViewOnly'));

const entry = (command: Command, label: string): MenuEntry => ({
  label,
  run: command.run,
  ...(command.keys[0] === undefined ? {} : { keys: showKeys(command.keys[0]) }),
});

const THEME_ICONS = {
  system: SunMoon,
  light: Sun,
  dark: Moon,
  projector: Presentation,
  contrast: Contrast,
} as const;

export default function TopBar() {
  // Until a document is there its title would only make others jump.
  const opened = useDocument((state) => state.revision > 0);
  return (
    <header className="frame-bar border-line bg-ground flex items-center gap-1 border-b px-3">
      <SkipLink />
      <Logo />
      <h1 className="pr-3 pl-1 text-sm font-bold whitespace-nowrap max-lg:sr-only">{text.product}</h1>
      <span aria-hidden className="bg-line mr-1 h-5 w-px" />
      {opened && <DocumentTitle />}
      <MenuButton
        label={text.documentMenu}
        look="quiet"
        className={opened ? '' : 'invisible'}
        icon={<ChevronDown aria-hidden size={16} />}
        entries={() => [
          entry(newDocument, text.newDocument),
          entry(openFile, text.openFiles),
          entry(showDocuments, text.documents),
          entry(showVersions, text.versions),
          'separator',
          entry(saveFile, text.saveFile),
          entry(savePicture, pictures.command),
          entry(printSheet, pictures.printCommand),
          'separator',
          entry(find, text.find),
          entry(showHistory, text.history),
          entry(showSettings, text.settings),
        ]}
      />
      <Suspense fallback={null}>
        <SaveStatus />
      </Suspense>
      <span className="flex-1" />
      <EditButtons />
      <IconButton
        command={commandPalette}
        label={text.commandPalette}
        icon={<CommandIcon aria-hidden size={16} />}
      />
      <IconButton command={showHelp} label={text.help} icon={<CircleQuestionMark aria-hidden size={16} />} />
      <ThemeButton />
      <InspectorHandle />
      <Button
        look="primary"
        className="ml-2 h-8 px-3"
        icon={<Link aria-hidden size={16} />}
        onClick={shareLink.run}
      >
        {text.share}
      </Button>
    </header>
  );
}

/** Past the bar and the palette. A button: the page's fragment belongs to shared links. */
function SkipLink() {
  return (
    <Button
      look="primary"
      className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:h-8 focus:px-3"
      onClick={() => document.querySelector<HTMLElement>('.stage [data-key][tabindex="0"]')?.focus()}
    >
      {text.skipToCanvas}
    </Button>
  );
}

function Logo() {
  return (
    <svg aria-hidden width="26" height="26" viewBox="0 0 26 26" className="flex-none">
      <rect width="26" height="26" rx="6" fill="var(--accent)" />
      <g fill="none" stroke="var(--accent-text)" strokeWidth="1.8" strokeLinejoin="round">
        <rect x="6" y="6" width="6" height="6" rx="1.5" />
        <rect x="14" y="14" width="6" height="6" rx="1.5" />
        <path d="M12 9h3.5a1.5 1.5 0 0 1 1.5 1.5V14M14 17h-3.5A1.5 1.5 0 0 1 9 15.5V12" />
      </g>
    </svg>
  );
}

/** Where nothing can be edited there is nothing to undo: instead, that it is so and the way out. */
function EditButtons() {
  const looking = useDocument((state) => state.viewOnly);
  if (!looking)
    return (
      <>
        <UndoButton />
        <RedoButton />
        <IconButton command={showHistory} label={commands.history} icon={<History aria-hidden size={16} />} />
      </>
    );
  return (
    <Suspense fallback={null}>
      <ViewOnly />
    </Suspense>
  );
}

function UndoButton() {
  const label = useDocument((state) => state.past.at(-1)?.label);
  return (
    <IconButton
      command={undo}
      label={label === undefined ? commands.undo : commands.undoThis(label)}
      disabled={label === undefined}
      icon={<Undo2 aria-hidden size={16} />}
    />
  );
}

function RedoButton() {
  const label = useDocument((state) => state.future[0]?.label);
  return (
    <IconButton
      command={redo}
      label={label === undefined ? commands.redo : commands.redoThis(label)}
      disabled={label === undefined}
      icon={<Redo2 aria-hidden size={16} />}
    />
  );
}

function IconButton(props: {
  readonly command: Command;
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly disabled?: boolean;
}) {
  const keys = props.command.keys[0];
  return (
    <Button
      look="quiet"
      aria-label={props.label}
      title={keys === undefined ? props.label : `${props.label} (${showKeys(keys)})`}
      disabled={props.disabled ?? false}
      icon={props.icon}
      onClick={props.command.run}
    />
  );
}

function ThemeButton() {
  const theme = useView((state) => state.theme);
  const Icon = THEME_ICONS[theme];
  return (
    <MenuButton
      label={text.theme}
      look="quiet"
      icon={<Icon aria-hidden size={16} />}
      entries={() =>
        THEMES.map((option) => ({
          label: text.themes[option],
          run: () => setView({ theme: option }),
          checked: option === theme,
        }))
      }
    />
  );
}
