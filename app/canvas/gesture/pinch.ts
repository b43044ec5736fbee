/** Two fingers zoom wherever they lie. React Flow looks away from touches on things that can be taken hold of. */
export function passPinch(event: {
  readonly nativeEvent: TouchEvent;
  readonly currentTarget: Element;
}): void {
  const { nativeEvent, currentTarget } = event;
  const { touches, target } = nativeEvent;
  if (touches.length < 2 || !(target instanceof Element) || !target.closest('.nopan')) return;
  nativeEvent.stopPropagation();
  currentTarget.querySelector('.react-flow__pane')?.dispatchEvent(
    new TouchEvent('touchstart', {
      bubbles: true,
      cancelable: true,
      touches: [...touches],
      targetTouches: [...touches],
      changedTouches: [...nativeEvent.changedTouches],
    }),
  );
}
