/** Tells the styles of a theme how far the canvas is zoomed, so that what must be read keeps its size on the screen. */
import { useStore } from '@xyflow/react';
import { useEffect, useLayoutEffect } from 'react';
import { fitAll } from './view';

/** Below this there is no room for small print on a card. */
const SMALL_BELOW = 1.25;

export default function ScreenZoom() {
  const zoom = useStore((state) => state.transform[2]);
  // The frame leaves the canvas other room than before.
  useEffect(() => void fitAll(), []);
  useLayoutEffect(() => {
    const stage = document.querySelector<HTMLElement>('.stage');
    stage?.style.setProperty('--zoom', zoom.toFixed(3));
    stage?.toggleAttribute('data-small', zoom < SMALL_BELOW);
    return () => {
      stage?.style.removeProperty('--zoom');
      stage?.removeAttribute('data-small');
    };
  }, [zoom]);
  return null;
}
