export const share = {
  title: 'Share',
  intro: 'The link holds the whole document. Whoever opens it gets a copy of their own; there is no server.',
  link: 'Link',
  copy: 'Copy link',
  copied: 'Link copied.',
  copiedOldWay: 'Link copied. This page is not on https, so the browser’s older way of copying was used.',
  notCopied: (keys: string) => `The browser did not allow copying. The link is selected: press ${keys}.`,
  making: 'Making the link…',
  characters: (count: number) => `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} characters`,
  reach: {
    everywhere: 'Short enough for chats, mail and bookmarks.',
    'most-chats': 'Works in most chats; some mail programs and bookmarks cut it.',
    browsers: 'Works in browsers. Most chats cut a link this long: prefer a file there.',
    risky: 'Too long for chats and mail; browsers open it. A file is safer.',
    'too-long': 'Too long for a link. Save a file and send that.',
  },
  saveFile: 'Save a file',
  localTitle: 'This link works on this computer only',
  localHelp:
    'The page was opened at an address that only this computer knows. To share it in your network, start with “npm start -- --host” and open the address printed there; or send a file.',
  privateNote: 'Addresses, names and rules are in the link. Anyone who has it can read them.',
};
