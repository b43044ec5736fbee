export const share = {
  title: 'Share',
  intro: 'The link holds the whole document. Whoever opens it gets a copy of their own; there is no server.',
  link: 'Link',
  copy: 'Copy link',
  copied: 'Link copied.',
  copiedOldWay: 'Link copied. This page is not on https, so the browser’s older way of copying was used.',
  notCopied: (keys: string) => `The browser did not allow copying. The link is selected: press ${keys}.`,
  making: 'Making the link…',
  characters: (count: number) => `${grouped(count)} characters`,
  reach: {
    everywhere: 'Short enough for chats, mail and bookmarks.',
    'most-chats': 'Works in most chats; some mail programs and bookmarks cut it.',
    browsers: 'Works in browsers. Most chats cut a link this long: prefer a file there.',
    risky: 'Too long for chats and mail; browsers open it, some phones do not. A file is safer.',
    'too-long': (most: number) =>
      `Too long for a link: ${grouped(most)} characters is the most that is offered. Save a file and send that.`,
  },
  where: 'Where it works',
  places: { chat: 'Chat', mail: 'Mail', browser: 'Browser' },
  works: { yes: 'works', some: 'works in most', no: 'is cut off' },
  shown: {
    legend: 'With what is shown now',
    time: (clock: string) => `The moment, ${clock}`,
    tab: (title: string) => `The tab ${title}`,
    selection: (count: number) => (count === 1 ? 'The selected thing' : `The ${count} selected things`),
    area: 'The view of the canvas',
  },
  tabs: {
    events: 'Events',
    script: 'Script',
    paths: 'Paths',
    exposure: 'Exposure',
    data: 'Data',
    problems: 'Problems',
  },
  viewOnly: 'View only',
  viewOnlyHelp: 'Opens to look, ask and play. Who wants to edit makes a copy.',
  qr: {
    code: 'QR code of the link',
    enlarge: 'Show large',
    tooLong: (count: number, most: number) =>
      `No QR code: phones read up to ${grouped(most)} characters from a screen, this link has ${grouped(count)}.`,
    local: 'A phone can’t open this address: see below.',
    scan: 'Point a phone’s camera here',
    close: 'Close',
  },
  saveFile: 'Save a file',
  localTitle: 'This link works on this computer only',
  localHelp:
    'The page was opened at an address that only this computer knows. To share it in your network, start with “npm start -- --host” and open the address printed there; or send a file.',
  lanTitle: 'This link works in your network only',
  lanHelp:
    'Its address is one of a local network. Whoever is elsewhere needs a page that they can reach, or a file.',
  privateNote: 'Addresses, names and rules are in the link. Anyone who has it can read them.',
};

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
