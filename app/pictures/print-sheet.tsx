/** A sheet for paper: the picture, what its signs mean, and every address. Stands in the page only while it is printed. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { documentStore } from '../state/document-store';
import { runStore } from '../state/run-store';
import { announce } from '../state/view-store';
import { pictures as text } from '../strings/en/pictures';
import { interfaceRows, networkRows } from './address-rows';
import { takePicture } from './current';
import { PrintSheet } from './PrintSheet';
import './print-sheet.css';

export function printSheet(): void {
  const picture = takePicture({ selection: false, ground: false, link: null, light: true });
  if (!picture) {
    announce(text.nothing, 'bad');
    return;
  }
  const { document: scenario } = documentStore.getState();
  const { live } = runStore.getState();
  const holder = document.createElement('div');
  holder.className = 'print-sheet';
  document.body.append(holder);
  const root = createRoot(holder);
  const address = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  flushSync(() =>
    root.render(
      <PrintSheet
        title={scenario.title}
        picture={address}
        networks={networkRows(scenario)}
        interfaces={interfaceRows(scenario, live)}
      />,
    ),
  );
  const gone = () => {
    window.removeEventListener('afterprint', gone);
    root.unmount();
    holder.remove();
    URL.revokeObjectURL(address);
  };
  window.addEventListener('afterprint', gone);
  const image = holder.querySelector('img');
  // Printed before it is decoded, the picture would be an empty frame.
  void (image?.decode().catch(() => {}) ?? Promise.resolve()).then(() => window.print());
}
