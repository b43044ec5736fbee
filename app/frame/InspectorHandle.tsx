/** Where the inspector was closed: opens it, and names what it would show. */
import { PanelRightOpen } from 'lucide-react';
import { labelOf } from '../../engine';
import { openInspector } from '../state/panels';
import { useDocument, useView } from '../state/hooks';
import { frame as text } from '../strings';
import { Button } from '../ui/Button';

export function InspectorHandle() {
  const open = useView((state) => state.inspectorOpen);
  const first = useView((state) => state.selection[0]);
  const name = useDocument((state) => (first === undefined ? null : labelOf(state.document, first)));
  if (open) return null;
  return (
    <Button
      // As wide for every name: the buttons beside it stay where they are.
      className="ml-1 h-8 w-36 justify-start max-sm:w-24"
      aria-label={name === null ? text.openInspector : text.inspectThis(name)}
      title={text.openInspector}
      icon={<PanelRightOpen aria-hidden size={16} className="flex-none" />}
      onClick={openInspector}
    >
      <span className="truncate">{name ?? text.inspector}</span>
    </Button>
  );
}
