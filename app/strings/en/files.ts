const sizes = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} bytes`
    : bytes < 1e6
      ? `${Math.round(bytes / 1000)} KB`
      : `${Math.round(bytes / 1e6)} MB`;

export const files = {
  openTitle: 'Open',
  intro:
    'A scenario file, a share link, or the JSON that “aws ec2 describe-…” prints: one file or a whole folder. It opens as a new document; what is open now stays under Documents. Nothing is sent anywhere.',
  dropHere: 'Drop files or a folder here',
  chooseFiles: 'Choose files…',
  chooseFolder: 'Choose a folder…',
  pasteLabel: 'Or paste text or a link',
  openPasted: 'Open the text',
  pastedText: 'pasted text',
  reading: 'Reading…',
  opened: (title: string) => `${title} opened as a new document.`,
  tooLarge: (bytes: number, limit: number) =>
    `These files hold ${sizes(bytes)}. At most ${sizes(limit)} are taken at once. Open fewer files.`,
  tooMany: (count: number, limit: number) =>
    `There are ${count} files. At most ${limit} are taken at once. Open a smaller folder.`,
  nothingToRead: (names: string) =>
    `There is nothing to open in ${names}: JSON and text files are taken, pictures and programs are not.`,
  plainPicture: (name: string) =>
    `${name} is a picture without a document inside. Pictures saved here “with the document inside” open again; AWS output, scenario files and links open as well.`,
  unreadable: (name: string) => `${name} could not be read. Was it moved or deleted meanwhile?`,
  notOpened: 'This could not be opened',
  where: 'Where',
  whatToDo: 'What to do',
  untouched: 'The document you have open was not touched.',
  linkDamaged: 'This link is damaged',
  linkCut: 'This link was cut off',
  newer: 'This is from a newer version',
  newerHelp:
    'Reload this page: it may have been updated since this tab was opened. If it says the same then, open it where it was made, or ask for the address of that EC2 Playground.',
  staysStored: 'It stays in this browser as it is, and so does the document you have open.',
  linkHelp:
    'Chats and mail programs cut long links, or add a full stop at the end. Ask for the link again, copied in one piece, or for the scenario as a file.',
  fileHelp:
    'Open a scenario saved here, a share link, or the unchanged JSON output of “aws ec2 describe-instances”, “describe-vpcs”, “describe-subnets” and their like.',
  pasteNotUnderstood: (message: string) => `What was pasted cannot be opened: ${message}`,
  reportTitle: 'What was taken over',
  reportIntro: (title: string, count: number) =>
    `${title} stands on the canvas: ${count === 1 ? '1 thing' : `${count} things`}. This is what to know about the rest.`,
  reportNothing: 'Everything was taken over.',
  warnings: (count: number) =>
    count === 1 ? '1 thing is missing or not held' : `${count} things are missing or not held`,
  notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
  times: (count: number) => `${count} ×`,
  close: 'Close',
};
