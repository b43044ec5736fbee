const TEXT_INPUTS = new Set(['', 'text', 'search', 'number', 'url', 'email', 'password', 'date', 'time']);

/** Is somebody writing in it? */
export function isTyping(element: Element): boolean {
  if (element instanceof HTMLInputElement) return TEXT_INPUTS.has(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}
