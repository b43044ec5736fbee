/** Hands something to the user as a file of their own. */

export const downloadText = (name: string, content: string): void =>
  downloadBlob(name, new Blob([content], { type: 'application/json' }));

export function downloadBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click is handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Letters and digits of any script, dashes between; never empty, never hidden. */
export function fileNameOf(title: string): string {
  const name = title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return name || 'scenario';
}
