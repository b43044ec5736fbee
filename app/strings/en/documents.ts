export const documents = {
  title: 'Documents in this browser',
  intro: 'Every document is kept here as you work. Nothing leaves this browser.',
  none: 'Nothing is stored yet. A document is kept from its first edit on.',
  open: 'Open',
  openNow: 'open now',
  delete: 'Delete',
  deleteThis: (title: string) => `Delete ${title}`,
  deleted: (title: string) => `${title} deleted.`,
  undo: 'Undo',
  changed: (when: string) => `changed ${when}`,
  things: (count: number) => (count === 1 ? '1 thing' : `${count} things`),
  unavailable: (reason: string) => `Documents cannot be listed: ${reason}`,
  storageOff: 'its storage is switched off or blocked here (a private window does that).',
  storageFull: 'its storage for this page is full.',
  storageFailed: (detail: string) => `its storage answered “${detail}”.`,
  copyOpen:
    'This document is also open in another tab. This tab works on a copy, kept as a document of its own.',
  copyConflict:
    'Another tab saved this document in the meantime. Your version is kept beside it as a document of its own.',
  copyTitle: (title: string) => `${title} (copy)`,
  unreadable: (title: string) => `“${title}” could not be read from storage; it stays there untouched.`,
};
