import type * as en from '../en/line-up';
import type { Translation } from '../translation';

export const lineUpText: Translation<typeof en.lineUpText> = {
  title: 'Ausrichten',
  align: {
    left: 'Linke Kanten ausrichten',
    centre: 'Mitten waagrecht ausrichten',
    right: 'Rechte Kanten ausrichten',
    top: 'Obere Kanten ausrichten',
    middle: 'Mitten senkrecht ausrichten',
    bottom: 'Untere Kanten ausrichten',
  },
  aligned: {
    left: 'Links ausrichten',
    centre: 'Waagrecht mittig ausrichten',
    right: 'Rechts ausrichten',
    top: 'Oben ausrichten',
    middle: 'Senkrecht mittig ausrichten',
    bottom: 'Unten ausrichten',
  },
  distribute: { horizontal: 'Gleiche Abstände nebeneinander', vertical: 'Gleiche Abstände untereinander' },
  distributed: { horizontal: 'Nebeneinander verteilen', vertical: 'Untereinander verteilen' },
  needsTwo: 'Zwei oder mehr Dinge auswählen, die in einem Kasten stehen.',
  needsThree: 'Drei oder mehr Dinge auswählen, die in einem Kasten stehen.',
  snapping: 'Am Nachbarn einrasten',
  snappingOn: 'Gezogenes rastet an dem ein, was daneben steht; mit Strg frei.',
  snappingOff: 'Gezogenes geht genau dorthin, wohin die Hand geht.',
};
