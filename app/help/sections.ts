/** The help sheet as data: what the page can do, by which key, and how the search narrows it. */
import { COMMAND_GROUPS, type Command } from '../commands/command';
import { showKeys } from '../commands/keys';
import { help as text } from '../strings';
import { commandPalette } from '../strings/en/command-palette';

export interface HelpRow {
  readonly id: string;
  /** Each as the reader's keyboard has it; none: only by name. */
  readonly keys: readonly string[];
  readonly words: string;
}

export interface HelpSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly HelpRow[];
}

const GESTURES = ['canvasKeys', 'mouse', 'touch', 'outlineKeys'] as const;

export function helpSections(commands: readonly Command[], mac?: boolean): readonly HelpSection[] {
  return [
    ...COMMAND_GROUPS.map((group) => ({
      id: group,
      title: commandPalette.groups[group],
      rows: commands
        .filter((command) => command.group === group)
        .map(({ id, keys, label }) => ({
          id,
          keys: keys.map((key) => showKeys(key, mac)),
          words: label,
        })),
    })),
    ...GESTURES.map((id) => ({
      id,
      title: text.sections[id],
      rows: text[id].map(([gesture, words]) => ({ id: `${id} ${gesture}`, keys: [gesture], words })),
    })),
  ];
}

/** Rows whose words, keys or section hold every word of the query; sections without a row fall away. */
export function narrowed(sections: readonly HelpSection[], query: string): readonly HelpSection[] {
  const words = query.trim().toLowerCase().split(/\s+/);
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter((row) => {
        const held = [section.title, row.words, ...row.keys].join(' ').toLowerCase();
        return words.every((word) => held.includes(word));
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
}
