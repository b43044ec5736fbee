/** A shape for each way to be exposed: a colour is never the only sign. */
import { ArrowUpRight, CircleHelp, Globe } from 'lucide-react';
import type { MarkLook } from './marks';

const ICONS = { open: Globe, out: ArrowUpRight, unknown: CircleHelp } as const;

export function MarkIcon({ look, size = 13 }: { readonly look: MarkLook; readonly size?: number }) {
  const Icon = ICONS[look];
  return <Icon size={size} strokeWidth={2.4} aria-hidden className="exposure-icon" data-look={look} />;
}
