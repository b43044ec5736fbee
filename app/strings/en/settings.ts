/** The settings. Names of languages are written in the language itself. */
export const settingsText = {
  title: 'Settings',
  language: 'Language',
  languageHelp:
    'Of the page. What the simulation itself says (verdicts, problems, names of AWS things) stays English.',
  languages: { en: 'English', de: 'Deutsch' },
  switches: {
    letterKeys: {
      label: 'Single keys',
      help: 'Keys such as K or ? act without Ctrl or Alt. Off, they do nothing: better when you speak to the computer.',
    },
    snapping: {
      label: 'Snapping',
      help: 'What is dragged lines up with what stands beside it.',
    },
    grid: {
      label: 'Dots',
      help: 'The ground of the canvas has dots.',
    },
    motion: {
      label: 'Motion',
      help: 'Off, nothing moves by itself, whatever the system says.',
    },
  },
  kept: 'Kept in this browser, not in your documents.',
  reset: 'Reset everything here',
  wasReset: 'The settings are as they were at first.',
};
