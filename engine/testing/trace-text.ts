/** A run as text that people read: a line for each event, a line below for each change. */
import type { RunOutline } from '../model/live';

export function makeTraceText(outline: RunOutline): string {
  const lines: string[] = [];
  for (const { at, type, subject, severity, message, changes } of outline.events) {
    lines.push(`${makeClock(at)} ${type} ${subject} [${severity}] ${message}`);
    const byThing = new Map<string, string[]>();
    for (const change of changes) {
      const list = byThing.get(change.subject) ?? [];
      list.push(`${change.field} ${show(change.before)} → ${show(change.after)}`);
      byThing.set(change.subject, list);
    }
    for (const [thing, list] of byThing) lines.push(`    ${thing}: ${list.join(', ')}`);
  }
  if (outline.cutShort !== undefined) lines.push(outline.cutShort);
  return `${lines.join('\n')}\n`;
}

/** `01:02:03.004`; hours go on counting. */
function makeClock(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return ms % 1000 === 0 ? clock : `${clock}.${String(ms % 1000).padStart(3, '0')}`;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return String(value);
}
