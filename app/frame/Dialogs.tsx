/** The one dialog that is open, if any. */
import { lazy, Suspense } from 'react';
import { DocumentsDialog } from '../files/DocumentsDialog';
import { NotOpenedDialog } from '../files/NotOpenedDialog';
import { OpenDialog } from '../files/OpenDialog';
import { ReportDialog } from '../files/ReportDialog';
import { AddDialog } from '../outline/AddDialog';
import { ConnectDialog } from '../outline/ConnectDialog';
import { MoveDialog } from '../outline/MoveDialog';
import { ShareDialog } from '../share/ShareDialog';
import { useView } from '../state/hooks';

const CommandPalette = lazy(() => import('../command-palette/CommandPalette'));
const HelpDialog = lazy(() => import('../help/HelpDialog'));
const HistoryDialog = lazy(() => import('../history/HistoryDialog'));
const SettingsDialog = lazy(() => import('../settings/SettingsDialog'));
const PictureDialog = lazy(() => import('../pictures/PictureDialog'));
const VersionsDialog = lazy(() => import('../files/versions/VersionsDialog'));
const MatrixDialog = lazy(() => import('../matrix/MatrixDialog'));

export default function Dialogs() {
  const dialog = useView((state) => state.dialog);
  switch (dialog) {
    case 'share':
      return <ShareDialog />;
    case 'open':
      return <OpenDialog />;
    case 'help':
      return (
        <Suspense fallback={null}>
          <HelpDialog />
        </Suspense>
      );
    case 'report':
      return <ReportDialog />;
    case 'not-opened':
      return <NotOpenedDialog />;
    case 'documents':
      return <DocumentsDialog />;
    case 'versions':
      return (
        <Suspense fallback={null}>
          <VersionsDialog />
        </Suspense>
      );
    case 'move':
      return <MoveDialog />;
    case 'add':
      return <AddDialog />;
    case 'connect':
      return <ConnectDialog />;
    case 'matrix':
      return (
        <Suspense fallback={null}>
          <MatrixDialog />
        </Suspense>
      );
    case 'commands':
      return (
        <Suspense fallback={null}>
          <CommandPalette />
        </Suspense>
      );
    case 'picture':
      return (
        <Suspense fallback={null}>
          <PictureDialog />
        </Suspense>
      );
    case 'settings':
      return (
        <Suspense fallback={null}>
          <SettingsDialog />
        </Suspense>
      );
    case 'history':
      return (
        <Suspense fallback={null}>
          <HistoryDialog />
        </Suspense>
      );
    case null:
      return null;
  }
}
