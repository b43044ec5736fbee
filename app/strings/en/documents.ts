const sizes = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1000)} KB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`;
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const documentsOf = (count: number): string => (count === 1 ? '1 document' : `${count} documents`);
const versionsOf = (count: number): string => (count === 1 ? '1 old version' : `${count} old versions`);

export const documents = {
  title: 'Documents in this browser',
  kept: 'Documents',
  inBin: 'Bin',
  none: 'Nothing is stored yet. A document is kept from its first edit on.',
  noneFound: (query: string) => `No title has “${query}” in it.`,
  binEmpty: 'The bin is empty.',
  search: 'Find a document',
  open: 'Open',
  openNow: 'open now',
  openElsewhere: 'open in another tab',
  onlyHere: 'not saved yet',
  fromNewer: 'from a newer version',
  newerHelp: 'A newer EC2 Playground made it. Reload the page to get that one; here it can be downloaded.',
  more: (title: string) => `More for ${title}`,
  rename: 'Rename',
  renameThis: (title: string) => `New title of ${title}`,
  notWhileElsewhere: 'It is open in another tab.',
  duplicate: 'Duplicate',
  duplicated: (title: string) => `${title} duplicated.`,
  download: 'Download',
  delete: 'Delete',
  deleted: (title: string) => `${title} is in the bin.`,
  undo: 'Undo',
  restore: 'Put back',
  restoreThis: (title: string) => `Put ${title} back`,
  restored: (title: string) => `${title} is back among the documents.`,
  binIntro: `Deleted documents can be put back for 30 days.`,
  goesIn: (count: number) => (count === 0 ? 'goes today' : `goes in ${days(count)}`),
  deleteThisForGood: (title: string) => `Delete ${title} for good`,
  emptyBin: 'Empty the bin',
  reallyEmpty: (count: number) => `Really delete ${documentsOf(count)} for good`,
  binEmptied: (count: number) => `${documentsOf(count)} deleted for good.`,
  changed: (when: string) => `changed ${when}`,
  changedHere: 'changed in this tab',
  things: (count: number) => (count === 1 ? '1 thing' : `${count} things`),
  unavailable: (reason: string) =>
    `This browser keeps no documents: ${reason} What you draw lives in this tab only; download it to be safe.`,
  failedAction: (reason: string) => `That did not work: ${reason}`,
  fullTitle: 'The storage of this browser is full',
  fullIntro: (count: number) =>
    `${count === 1 ? 'The last edits of 1 document are' : `The last edits of ${count} documents are`} in this tab only. Nothing is lost while it is open, and they are saved by themselves as soon as there is room. Download what must not be lost, and make room:`,
  fullStillNeeded: 'Documents you no longer need can go as well: delete them, then empty the bin.',
  noRoomForBin: 'There is no room left even for the bin.',
  downloadOpen: 'Download the open document',
  deleteVersions: (count: number, bytes: number) => `Delete ${versionsOf(count)} (${sizes(bytes)})`,
  versionsDeleted: (count: number) => `${versionsOf(count)} deleted.`,
  used: (bytes: number, given: number | null) =>
    given === null ? `${sizes(bytes)} used` : `${sizes(bytes)} used of about ${sizes(given)}`,
  persisted: 'Kept until you delete it: this browser has promised not to clear it.',
  notPersisted: 'Kept, unless this computer runs out of disk space.',
  noRoomKnown: 'Kept in this browser, on this computer. Nothing leaves it.',
  storageOff: 'its storage is switched off or blocked here (a private window does that).',
  storageFull: 'its storage for this page is full.',
  storageOutdated: 'another tab brought it to a newer version of this page. Reload this tab.',
  storageFailed: (detail: string) => `its storage answered “${detail}”.`,
  notKept: (reason: string) =>
    `This browser does not keep your work: ${reason} Nothing is lost while this tab is open.`,
  keptAgain: 'Everything is saved again.',
  copyOpen:
    'This document is also open in another tab. This tab works on a copy, kept as a document of its own.',
  copyConflict:
    'Another tab saved this document in the meantime. Your version is kept beside it as a document of its own.',
  copyTitle: (title: string) => `${title} (copy)`,
};
