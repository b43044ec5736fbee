import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { App } from './App';
import { startEarlyKeys } from './commands/early-keys';
import { startEngine } from './engine-client/engine-client';
import { startMotion } from './state/motion';
import { startPanels } from './state/panels';
import { startProblems } from './state/problems-store';
import { startSelection } from './state/selection';
import { startTheme } from './state/theme';

startTheme();
startMotion();
startPanels();
startSelection();
startEngine();
startProblems();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// The frame is painted first; what acts, opens and keeps documents follows.
startEarlyKeys();
void import('./files/start').then(({ openFirst }) => openFirst());
void import('./clipboard/clipboard').then(({ startClipboard }) => startClipboard());
void import('./files/drop-and-paste').then(({ startDropAndPaste }) => startDropAndPaste());
// At hand when the disk is full or the host is gone: a document can always be taken away as a file.
void import('./files/save-file');
