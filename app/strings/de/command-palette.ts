import type * as en from '../en/command-palette';
import type { Translation } from '../translation';

export const commandPalette: Translation<typeof en.commandPalette> = {
  title: 'Befehlspalette',
  label: 'Was soll geschehen?',
  placeholder: 'Befehle, Neues, Vorhandenes suchen',
  nothing: (query) => `Nichts heißt „${query}“. Strg+F sucht auch Adressen, Tags und Kennungen.`,
  sections: {
    recent: 'Zuletzt benutzt',
    selection: 'Mit dem Ausgewählten',
    commands: 'Befehle',
    add: 'Hinzufügen',
    go: 'Gehen zu',
    disabled: 'Gerade nicht möglich',
  },
  groups: {
    find: 'Suchen',
    edit: 'Bearbeiten',
    arrange: 'Anordnen',
    view: 'Ansicht',
    simulate: 'Simulieren',
    document: 'Dokument',
    help: 'Hilfe',
  },
  add: (kind) => `Hinzufügen: ${kind}`,
};
