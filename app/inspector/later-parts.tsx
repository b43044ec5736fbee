/** What of the inspector is loaded when something is selected. What was said before stays until it is there. */
import { onFirstSign } from '../ui/first-sign';
import { later } from '../ui/later';
import { DocumentSummary } from './DocumentSummary';

export const Subject = later(
  () => import('./Subject'),
  () => <DocumentSummary />,
);
export const MultiSelection = later(
  () => import('./MultiSelection'),
  () => <DocumentSummary />,
);

// Whoever comes near is about to select something.
onFirstSign(Subject.load);
