import { PanelRightClose } from 'lucide-react';
import { closeInspector } from '../state/panels';
import { inspector as text } from '../strings';
import { Button } from '../ui/Button';

export function CloseButton() {
  return (
    <Button
      look="quiet"
      className="flex-none px-0"
      aria-label={text.close}
      title={text.close}
      icon={<PanelRightClose aria-hidden size={16} />}
      onClick={closeInspector}
    />
  );
}
