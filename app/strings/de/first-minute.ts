import type * as en from '../en/first-minute';
import type { Translation } from '../translation';

export const firstMinuteWords: Translation<typeof en.firstMinuteWords> = {
  title: 'Eine erste Minute',
  dismiss: 'Schließen',
  problem: { title: 'Kunden erreichen den Laden nicht', button: 'Warum?' },
  why: { title: 'Dem Paket folgen', button: 'Nächster Schritt' },
  cause: { title: 'Hier bleibt es hängen', button: 'Beheben' },
  fixed: {
    title: 'Kunden erreichen den Laden',
    text: 'Das Paket kommt an und die Antwort zurück. Nun sehen, was ein Halt kostet: Warenkörbe auf dem Instance Store, Seiten auf EBS.',
    button: 'Stecker ziehen',
  },
  plug: (name) => `${name} den Stecker ziehen`,
  unplugging: { title: 'web-1 hält an und startet neu …', text: 'Auf Platten und Adresse achten.' },
  unplugged: {
    title: 'Was überlebt hat',
    text: (before, after) =>
      `Der Instance Store ist leer: die Warenkörbe sind weg. Das EBS-Volume hat die Seiten behalten. Die öffentliche Adresse war ${before}, jetzt ist sie ${after}.`,
    button: 'Zurückspulen',
  },
  back: {
    title: 'Die Warenkörbe sind wieder da',
    text: 'Es ist eine Simulation: die Uhr stellen, eines ändern, wieder hinsehen.',
    button: 'Selbst bauen',
  },
  own: {
    title: 'Nun ist es deins',
    text: 'Eine Instanz von links hereinziehen: ein Netz dafür wird angeboten. Teilen kopiert alles in einen Link.',
    button: 'Verstanden',
  },
};
