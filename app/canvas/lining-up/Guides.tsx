/** The lines that show what a dragged thing was drawn to. One hair wide at every zoom. */
import { useStore } from 'zustand';
import { stageZoom } from '../stage';
import { guideStore } from './guides';
import './guides.css';

export default function Guides() {
  const guides = useStore(guideStore, (state) => state.guides);
  if (guides.length === 0) return null;
  const hair = 1 / stageZoom();
  return (
    <>
      {guides.map(({ axis, at, from, to }, index) => (
        <div
          key={index}
          className="guide"
          aria-hidden
          style={
            axis === 'x'
              ? { left: at - hair / 2, top: from, width: hair, height: to - from }
              : { left: from, top: at - hair / 2, width: to - from, height: hair }
          }
        />
      ))}
    </>
  );
}
