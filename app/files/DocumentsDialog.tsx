/** The dialog of the stored documents; what it shows is loaded when it opens. */
import { lazy, Suspense } from 'react';

const Documents = lazy(() => import('./documents/DocumentsDialog'));

export const DocumentsDialog = () => (
  <Suspense fallback={null}>
    <Documents />
  </Suspense>
);
