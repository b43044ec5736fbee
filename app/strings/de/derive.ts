import type * as en from '../en/derive';
import type { Translation } from '../translation';

export const deriveText: Translation<typeof en.deriveText> = {
  image: 'Image erstellen',
  imageLive: 'Image ohne Neustart erstellen',
  register: 'Als Image registrieren',
  snapshot: 'Snapshot erstellen',
  volume: 'Volume daraus erstellen',
  copy: (region: string) => `Nach ${region} kopieren`,
  encrypt: 'Verschlüsselt kopieren',
  command: 'Aus der Auswahl ein Image, einen Snapshot oder ein Volume erstellen',
  needs: 'Zuerst eine Instanz, ein Volume, einen Snapshot oder ein Image auswählen.',
};
