/** Every command, in the order of the help sheet. */
import { addBesideCommands } from './add-beside';
import { branchHere } from './branch-here';
import { canvasOnly } from './canvas-only';
import { clearSelection } from './clear-selection';
import type { Command } from './command';
import { commandPalette } from './command-palette';
import { copySelection } from './copy';
import { cutSelection } from './cut';
import { connectSelection } from './connect-selection';
import { deleteSelection } from './delete-selection';
import { duplicate } from './duplicate';
import { find } from './find';
import { findNext } from './find-next';
import { findPrevious } from './find-previous';
import { fitAll } from './fit-all';
import { fitSelection } from './fit-selection';
import { derive } from './derive';
import { gather, ungroup } from './gather';
import { handTool, selectTool } from './hand';
import { makeCopy } from './make-copy';
import { alignCommands, distributeCommands } from './line-up';
import { newDocument } from './new-document';
import { nextEvent } from './next-event';
import { nextEventOfSelection } from './next-event-of-selection';
import { nextHop } from './next-hop';
import { openFile } from './open-file';
import { pasteCopied } from './paste';
import { pasteKeeping } from './paste-keeping';
import { pinSelection } from './pin-selection';
import { play } from './play';
import { redo } from './redo';
import { copyPicture } from './copy-picture';
import { printSheet } from './print-sheet';
import { renameSelection } from './rename-selection';
import { rewind } from './rewind';
import { saveFile } from './save-file';
import { searchPalette } from './search-palette';
import { savePicture } from './save-picture';
import { selectAll } from './select-all';
import { shareLink } from './share-link';
import { showDocuments } from './show-documents';
import { showHelp } from './show-help';
import { showInside } from './show-inside';
import { showHistory } from './show-history';
import { showMatrix } from './show-matrix';
import { showVersions } from './show-versions';
import { showSettings } from './show-settings';
import { switchExposure } from './switch-exposure';
import { switchTheme } from './switch-theme';
import { tidySelection } from './tidy-selection';
import { tidyUp } from './tidy-up';
import { toggleCollapsed } from './toggle-collapsed';
import { toggleGrid } from './toggle-grid';
import { toggleInspector } from './toggle-inspector';
import { toggleLeft } from './toggle-left';
import { toggleSnapping } from './toggle-snapping';
import { undo } from './undo';
import { zoomIn, zoomOut, zoomReset } from './zoom';

export const COMMANDS: readonly Command[] = [
  undo,
  redo,
  showHistory,
  commandPalette,
  find,
  findNext,
  findPrevious,
  searchPalette,
  selectAll,
  copySelection,
  cutSelection,
  pasteCopied,
  pasteKeeping,
  duplicate,
  ...addBesideCommands,
  renameSelection,
  connectSelection,
  deleteSelection,
  clearSelection,
  tidyUp,
  tidySelection,
  pinSelection,
  ...alignCommands,
  ...distributeCommands,
  derive,
  gather,
  ungroup,
  toggleSnapping,
  toggleCollapsed,
  play,
  nextEvent,
  nextEventOfSelection,
  rewind,
  branchHere,
  ...showInside,
  nextHop,
  showMatrix,
  switchExposure,
  newDocument,
  openFile,
  saveFile,
  showDocuments,
  showVersions,
  shareLink,
  makeCopy,
  savePicture,
  copyPicture,
  printSheet,
  fitAll,
  fitSelection,
  zoomIn,
  zoomOut,
  zoomReset,
  selectTool,
  handTool,
  canvasOnly,
  toggleGrid,
  toggleLeft,
  toggleInspector,
  switchTheme,
  showSettings,
  showHelp,
];
