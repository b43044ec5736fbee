import type * as en from '../en/narrate';
import type { Translation } from '../translation';

export const narrateText: Translation<typeof en.narrateText> = {
  address: (address) => `hat die neue Adresse ${address}`,
  lost: 'ist aus dem Internet nicht mehr erreichbar',
  gained: (on) => `ist jetzt aus dem Internet erreichbar auf ${on}`,
  manyLost: (count) => `${count} Dinge sind aus dem Internet nicht mehr erreichbar`,
  manyGained: (count) => `${count} Dinge sind jetzt aus dem Internet erreichbar`,
  it: (done, phrases) => `${done}: es ${phrases}`,
  other: (name, phrases) => `${name} ${phrases}`,
  both: (phrases) => phrases.join(' und '),
  sentences: (sentences) => sentences.join('. '),
};
