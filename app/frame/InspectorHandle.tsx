/** Where the inspector was closed: opens it, and names what it would show. */
import { PanelRightOpen } from 'lucide-react';
import { labelOf } from '../../engine';
import { openInspector } from '../state/panels';
import { useDocument, useView } from '../state/hooks';
import { frame as text } from '../strings';
import { Button } from '../ui/Button';

export function InspectorHandle() {
  const first = useView((state) => state.selection[0]);
  const name = useDocument((state) => (first === undefined ? null : labelOf(state.document, first)));
  return (
    <Button
      className="shadow-float absolute top-2 right-2 z-10 max-w-48"
      aria-label={name === null ? text.openInspector : text.inspectThis(name)}
      title={text.openInspector}
      icon={<PanelRightOpen aria-hidden size={16} />}
      onClick={openInspector}
    >
      {name !== null && <span className="truncate">{name}</span>}
    </Button>
  );
}
