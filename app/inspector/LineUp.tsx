/** Align and distribute, as buttons; each is a command with a key of its own. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  type LucideIcon,
} from 'lucide-react';
import type { Command } from '../commands/command';
import { showKeys } from '../commands/keys';
import { alignCommands, distributeCommands } from '../commands/line-up';
import { useDocument, useView } from '../state/hooks';
import { lineUpText as text } from '../strings/en/line-up';
import { Button } from '../ui/Button';
import { Section } from './Section';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'align-left': AlignStartVertical,
  'align-centre': AlignCenterVertical,
  'align-right': AlignEndVertical,
  'align-top': AlignStartHorizontal,
  'align-middle': AlignCenterHorizontal,
  'align-bottom': AlignEndHorizontal,
  'distribute-horizontal': AlignHorizontalDistributeCenter,
  'distribute-vertical': AlignVerticalDistributeCenter,
};

export function LineUp() {
  // Whether something can be lined up depends on both.
  useView((state) => state.selection);
  useDocument((state) => state.document);
  if (!alignCommands.some((command) => command.isEnabled())) return null;
  return (
    <Section title={text.title}>
      <div role="group" aria-label={text.title} className="space-y-1">
        <Row commands={alignCommands} />
        <Row commands={distributeCommands} />
      </div>
    </Section>
  );
}

function Row({ commands }: { readonly commands: readonly Command[] }) {
  return (
    <div className="flex gap-1">
      {commands.map((command) => {
        const Icon = ICONS[command.id];
        const [keys] = command.keys;
        return (
          <Button
            key={command.id}
            disabled={!command.isEnabled()}
            aria-label={command.label}
            title={keys === undefined ? command.label : `${command.label} (${showKeys(keys)})`}
            icon={Icon && <Icon aria-hidden size={15} />}
            onClick={command.run}
          />
        );
      })}
    </div>
  );
}
