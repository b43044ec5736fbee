export const viewOnlyText = {
  refused: 'View only. Make a copy to edit.',
};

/** Of the top bar and the copy. */
export const viewOnlyBar = {
  title: 'View only',
  hint: 'This link was made to be looked at: select, ask, play and read. What you change goes into a copy of your own.',
  copy: 'Make a copy to edit',
  opened: (title: string) => `${title} opened to be looked at.`,
  copied: (title: string) => `Your own copy of “${title}”. It is kept in this browser.`,
  noCopy: 'This document can be edited as it is.',
};
