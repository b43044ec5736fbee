import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@xyflow/react/dist/base.css';
import './app.css';
import { App } from './App';
import { startEngine } from './engine-client/engine-client';
import { startTheme } from './state/theme';

startTheme();
startEngine();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
