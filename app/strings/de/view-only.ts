import type * as en from '../en/view-only';
import type { Translation } from '../translation';

export const viewOnlyText: Translation<typeof en.viewOnlyText> = {
  refused: 'Nur ansehen. Zum Ändern eine Kopie machen.',
};

export const viewOnlyBar: Translation<typeof en.viewOnlyBar> = {
  title: 'Nur ansehen',
  hint: 'Dieser Link ist zum Ansehen gemacht: auswählen, fragen, abspielen und lesen. Was geändert wird, kommt in eine eigene Kopie.',
  copy: 'Kopie zum Ändern',
  opened: (title) => `${title} zum Ansehen geöffnet.`,
  copied: (title) => `Eine eigene Kopie von „${title}“. Sie bleibt in diesem Browser.`,
  noCopy: 'Dieses Dokument lässt sich ändern, wie es ist.',
};
