/** The picture to the clipboard. Only a secure page may write pictures there; elsewhere there is the file. */
export type CopyPictureOutcome = 'copied' | 'not-here' | 'refused';

export async function copyPicture(png: Promise<Blob>): Promise<CopyPictureOutcome> {
  // Typed as always there; on plain http it is not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard || typeof ClipboardItem === 'undefined') return 'not-here';
  try {
    // The promise itself is handed over: the permission of the click would not outlast the drawing.
    await clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return 'copied';
  } catch {
    return 'refused';
  }
}
