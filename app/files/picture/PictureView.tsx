/** The small picture of a document, in the colours of the theme. Only for the eyes: its name stands beside it. */
import { memo } from 'react';
import type { Picture } from '../../state/storage/shelf';
import './picture.css';

export const PictureView = memo(function PictureView({ picture }: { readonly picture: Picture | null }) {
  return (
    <span aria-hidden className="document-picture">
      {picture && (
        <svg viewBox={`0 0 ${picture.width} ${picture.height}`}>
          {picture.layers.map(({ look, path }) => (
            <path key={look} d={path} className={`picture-${look}`} />
          ))}
        </svg>
      )}
    </span>
  );
});
