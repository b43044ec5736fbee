/** What is selected: one thing, several, or nothing, which is the document itself. */
import { useMemo } from 'react';
import { get } from '../../engine';
import { useDocument, useView } from '../state/hooks';
import { DocumentSummary } from './DocumentSummary';
import { MultiSelection, Subject } from './later-parts';

export default function InspectorPanel() {
  const selection = useView((state) => state.selection);
  const scenario = useDocument((state) => state.document);
  const chosen = useMemo(() => selection.flatMap((id) => get(scenario, id) ?? []), [selection, scenario]);
  const opened = useDocument((state) => state.revision > 0);
  const [only] = chosen;
  // What is said of the empty page would jump aside for the document that is being opened.
  if (!opened) return null;
  if (!only) return <DocumentSummary />;
  return chosen.length === 1 ? (
    <Subject key={only.id} resource={only} />
  ) : (
    <MultiSelection resources={chosen} />
  );
}
