import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { App } from './App';
import { startEarlyKeys } from './commands/early-keys';
import { startEngine } from './engine-client/engine-client';
import { startMotion } from './state/motion';
import { startPanels } from './state/panels';
import { preferencesStore } from './state/preferences';
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
const page = createRoot(root);
/** Drawn again as a whole in another language. */
const show = (): void => {
  const { language } = preferencesStore.getState();
  page.render(
    <StrictMode>
      <App key={language} />
    </StrictMode>,
  );
};
const { language: first } = preferencesStore.getState();
// The pack of words comes before the first word is shown; without it the page speaks English.
if (first === 'en') show();
else void import('./strings/language').then(({ speak }) => speak(first)).then(show, show);
preferencesStore.subscribe((now, before) => {
  if (now.language !== before.language) show();
});
// The frame is painted first; what acts, opens and keeps documents follows.
startEarlyKeys();
void import('./files/start').then(({ openFirst }) => openFirst());
void import('./clipboard/clipboard').then(({ startClipboard }) => startClipboard());
void import('./files/drop-and-paste').then(({ startDropAndPaste }) => startDropAndPaste());
// At hand when the disk is full or the host is gone: a document can always be taken away as a file.
void import('./files/save-file');
