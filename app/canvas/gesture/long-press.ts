/**
 * A finger that rests asks for the menu, as the right button of a mouse does. Browsers on tablets differ in whether they
 * say so themselves: where one does, its own event comes first and counts.
 */
const REST_MS = 600;
/** A resting finger trembles. */
const REST_PX = 10;

/** @param letGo called before the menu is asked for: the finger no longer holds anything. */
export function watchLongPress(down: PointerEvent, letGo: () => void): void {
  if (down.pointerType !== 'touch' || !(down.target instanceof Element)) return;
  const { target, clientX, clientY, pointerId } = down;
  const watching = new AbortController();
  const options = { signal: watching.signal, capture: true };
  const stop = () => {
    clearTimeout(timer);
    watching.abort();
  };
  const timer = setTimeout(() => {
    stop();
    letGo();
    target.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY, button: 2 }),
    );
  }, REST_MS);
  addEventListener(
    'pointermove',
    (event) => {
      const moved = Math.hypot(event.clientX - clientX, event.clientY - clientY) > REST_PX;
      if (event.pointerId === pointerId && moved) stop();
    },
    options,
  );
  for (const type of ['pointerup', 'pointercancel', 'pointerdown'] as const)
    addEventListener(type, stop, options);
  addEventListener(
    'contextmenu',
    () => {
      stop();
      letGo();
    },
    options,
  );
}
