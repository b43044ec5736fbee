/**
 * Pictures of kinds for hundreds of cards. An SVG element is a drawing with a transform and a clip of its own, which a
 * moving view pays for; the same picture as a background is one image. They are made once per theme.
 */
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useView } from '../../state/hooks';
import { KindIcon, PICTURED_KINDS } from '../../ui/KindIcon';
import type * as LateKindIcon from '../../ui/LateKindIcon';
import { MARKED_STATES, StateMark, toneOf } from './StateMark';

/** @param kind a resource kind, or a state as `state-running`. */
export function Picture({ kind, size }: { readonly kind: string; readonly size: number }) {
  return (
    <span
      aria-hidden
      className="picture"
      style={{ width: size, height: size, backgroundImage: `var(--picture-${kind})` }}
    />
  );
}

type Late = typeof LateKindIcon;

/** Stands beside the cards, unseen, and gives the stage around it one image per kind. */
export const PictureSheet = memo(function PictureSheet() {
  const sheet = useRef<HTMLDivElement>(null);
  const theme = useView((state) => state.shownTheme);
  const [late, setLate] = useState<Late>();
  useEffect(() => void import('../../ui/LateKindIcon').then(setLate), []);
  useLayoutEffect(() => {
    for (const holder of sheet.current?.children ?? []) {
      const picture = holder.querySelector('svg');
      const kind = holder.getAttribute('data-picture');
      if (picture && kind)
        sheet.current?.parentElement?.style.setProperty(`--picture-${kind}`, imageOf(picture));
    }
  }, [theme, late]);
  return (
    <div ref={sheet} className="picture-sheet" aria-hidden>
      {PICTURED_KINDS.map((kind) => (
        <i key={kind} data-picture={kind}>
          <KindIcon kind={kind} />
        </i>
      ))}
      {late?.LATE_KINDS.map((kind) => (
        <i key={kind} data-picture={kind}>
          <late.default kind={kind} size={20} />
        </i>
      ))}
      {MARKED_STATES.map((state) => (
        <i key={state} data-picture={`state-${state}`} className={`tone-${toneOf(state)}`}>
          <StateMark state={state} />
        </i>
      ))}
    </div>
  );
});

/** An SVG element as it looks now, as a CSS image. */
function imageOf(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('color', getComputedStyle(picture).color);
  for (const path of copy.querySelectorAll('path[fill]:not([fill="none"])'))
    path.setAttribute('fill', 'currentColor');
  return `url("data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}")`;
}
