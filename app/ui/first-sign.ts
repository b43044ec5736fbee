/** What nobody needs before they act is loaded when they begin to: a pointer comes in, a key, a finger, the focus. */
const SIGNS = ['pointerover', 'pointerdown', 'keydown', 'focusin'] as const;

/** @param load called once, at the first sign that somebody is about to use the page. */
export function onFirstSign(load: () => void): void {
  const signed = (): void => {
    for (const sign of SIGNS) window.removeEventListener(sign, signed);
    load();
  };
  for (const sign of SIGNS) window.addEventListener(sign, signed, { passive: true });
}
