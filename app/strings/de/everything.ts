import type * as en from '../en/everything';
import type { Translation } from '../translation';

export const everythingWords: Translation<typeof en.everythingWords> = {
  menu: 'Alles',
  menuHint: 'Das ganze Dokument auf einmal: Matrix und Angriffsfläche',
  matrix: 'Matrix …',
  matrixHint: 'Was alles an alles senden darf',
  exposure: 'Angriffsfläche',
  exposureHint: 'Was aus dem Internet erreichbar ist, und was ins Internet kommt',
};
