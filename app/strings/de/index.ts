/** German: every text of the interface beside the English one that it replaces. */
import { actionsText } from '../en/actions';
import { besideText } from '../en/beside';
import { canvasText } from '../en/canvas';
import { checkWords, keepWords } from '../en/checks';
import { clipboardText } from '../en/clipboard';
import { commandPalette } from '../en/command-palette';
import { commands } from '../en/commands';
import { connectText } from '../en/connect';
import { documents } from '../en/documents';
import { everythingWords } from '../en/everything';
import { exposureWords } from '../en/exposure';
import { files } from '../en/files';
import { findText } from '../en/find';
import { firstMinuteWords } from '../en/first-minute';
import { frame } from '../en/frame';
import { deriveText } from '../en/derive';
import { gatherText } from '../en/gather';
import { gridText } from '../en/grid';
import { help } from '../en/help';
import { historyText } from '../en/history';
import { insideWords } from '../en/inside';
import { inspector } from '../en/inspector';
import { lineUpText } from '../en/line-up';
import { liveFieldWords } from '../en/live';
import { matrixWords } from '../en/matrix';
import { menuText, renamingText } from '../en/menu';
import { narrateText } from '../en/narrate';
import { outline } from '../en/outline';
import { paletteText } from '../en/palette';
import {
  pathWords,
  questionWords,
  hopWords,
  answerWords,
  diffWords,
  repairWords,
  closeWords,
  flowsWords,
  changedWords,
} from '../en/paths';
import { pictures } from '../en/pictures';
import { problems } from '../en/problems';
import { rules } from '../en/rules';
import { scriptTabWords } from '../en/script';
import { settingsText } from '../en/settings';
import { share } from '../en/share';
import { tidyText } from '../en/tidy';
import { timelineWords, scriptWords, eventsWords, dataWords, dockWords } from '../en/timeline';
import { versions } from '../en/versions';
import { viewOnlyText, viewOnlyBar } from '../en/view-only';
import { actionsText as actionsTextDe } from './actions';
import { besideText as besideTextDe } from './beside';
import { canvasText as canvasTextDe } from './canvas';
import { checkWords as checkWordsDe, keepWords as keepWordsDe } from './checks';
import { clipboardText as clipboardTextDe } from './clipboard';
import { commandPalette as commandPaletteDe } from './command-palette';
import { commands as commandsDe } from './commands';
import { connectText as connectTextDe } from './connect';
import { documents as documentsDe } from './documents';
import { everythingWords as everythingWordsDe } from './everything';
import { exposureWords as exposureWordsDe } from './exposure';
import { files as filesDe } from './files';
import { findText as findTextDe } from './find';
import { firstMinuteWords as firstMinuteWordsDe } from './first-minute';
import { frame as frameDe } from './frame';
import { deriveText as deriveTextDe } from './derive';
import { gatherText as gatherTextDe } from './gather';
import { gridText as gridTextDe } from './grid';
import { help as helpDe } from './help';
import { historyText as historyTextDe } from './history';
import { insideWords as insideWordsDe } from './inside';
import { inspector as inspectorDe } from './inspector';
import { lineUpText as lineUpTextDe } from './line-up';
import { liveFieldWords as liveFieldWordsDe } from './live';
import { matrixWords as matrixWordsDe } from './matrix';
import { menuText as menuTextDe, renamingText as renamingTextDe } from './menu';
import { narrateText as narrateTextDe } from './narrate';
import { outline as outlineDe } from './outline';
import { paletteText as paletteTextDe } from './palette';
import {
  pathWords as pathWordsDe,
  questionWords as questionWordsDe,
  hopWords as hopWordsDe,
  answerWords as answerWordsDe,
  diffWords as diffWordsDe,
  repairWords as repairWordsDe,
  closeWords as closeWordsDe,
  flowsWords as flowsWordsDe,
  changedWords as changedWordsDe,
} from './paths';
import { pictures as picturesDe } from './pictures';
import { problems as problemsDe } from './problems';
import { rules as rulesDe } from './rules';
import { scriptTabWords as scriptTabWordsDe } from './script';
import { settingsText as settingsTextDe } from './settings';
import { share as shareDe } from './share';
import { tidyText as tidyTextDe } from './tidy';
import {
  timelineWords as timelineWordsDe,
  scriptWords as scriptWordsDe,
  eventsWords as eventsWordsDe,
  dataWords as dataWordsDe,
  dockWords as dockWordsDe,
} from './timeline';
import { versions as versionsDe } from './versions';
import { viewOnlyText as viewOnlyTextDe, viewOnlyBar as viewOnlyBarDe } from './view-only';
import type { Pair } from '../translation';

export const PAIRS: readonly Pair[] = [
  [actionsText, actionsTextDe],
  [canvasText, canvasTextDe],
  [checkWords, checkWordsDe],
  [keepWords, keepWordsDe],
  [clipboardText, clipboardTextDe],
  [commandPalette, commandPaletteDe],
  [commands, commandsDe],
  [connectText, connectTextDe],
  [documents, documentsDe],
  [everythingWords, everythingWordsDe],
  [exposureWords, exposureWordsDe],
  [files, filesDe],
  [findText, findTextDe],
  [firstMinuteWords, firstMinuteWordsDe],
  [frame, frameDe],
  [help, helpDe],
  [historyText, historyTextDe],
  [insideWords, insideWordsDe],
  [inspector, inspectorDe],
  [besideText, besideTextDe],
  [deriveText, deriveTextDe],
  [gatherText, gatherTextDe],
  [gridText, gridTextDe],
  [lineUpText, lineUpTextDe],
  [liveFieldWords, liveFieldWordsDe],
  [matrixWords, matrixWordsDe],
  [menuText, menuTextDe],
  [renamingText, renamingTextDe],
  [narrateText, narrateTextDe],
  [outline, outlineDe],
  [paletteText, paletteTextDe],
  [pathWords, pathWordsDe],
  [questionWords, questionWordsDe],
  [hopWords, hopWordsDe],
  [answerWords, answerWordsDe],
  [diffWords, diffWordsDe],
  [repairWords, repairWordsDe],
  [closeWords, closeWordsDe],
  [flowsWords, flowsWordsDe],
  [changedWords, changedWordsDe],
  [pictures, picturesDe],
  [problems, problemsDe],
  [rules, rulesDe],
  [scriptTabWords, scriptTabWordsDe],
  [settingsText, settingsTextDe],
  [share, shareDe],
  [tidyText, tidyTextDe],
  [timelineWords, timelineWordsDe],
  [scriptWords, scriptWordsDe],
  [eventsWords, eventsWordsDe],
  [dataWords, dataWordsDe],
  [dockWords, dockWordsDe],
  [versions, versionsDe],
  [viewOnlyText, viewOnlyTextDe],
  [viewOnlyBar, viewOnlyBarDe],
];
