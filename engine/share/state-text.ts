/**
 * The state of a link as people can read it: `&t=90s&tab=paths&sel=i-1,i-2&area=0,0,1200,800&mode=view`. Covered by
 * the link's checksum, so a value that makes no sense was written by a newer page: it is passed over.
 */
import { isResourceId } from '../model/ids';
import { MAX_LINK_SELECTION, type LinkArea, type LinkState } from '../model/link-state';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;
/** A hundred years, as long as a script. */
const MAX_TIME_MS = 3_155_760_000_000;
const MAX_PIXELS = 10_000_000;

/** @returns nothing for a state that says nothing */
export function makeStateText(state: LinkState): string {
  const { atMs, tab, selection, area, viewOnly } = state;
  const parts: string[] = [];
  if (atMs !== undefined) parts.push(`t=${makeTime(Math.round(atMs))}`);
  if (tab !== undefined && TAB.test(tab)) parts.push(`tab=${tab}`);
  const ids = (selection ?? []).filter(isResourceId).slice(0, MAX_LINK_SELECTION);
  if (ids.length > 0) parts.push(`sel=${ids.join(',')}`);
  if (area) parts.push(`area=${[area.x, area.y, area.width, area.height].map(Math.round).join(',')}`);
  if (viewOnly) parts.push('mode=view');
  return parts.map((part) => `&${part}`).join('');
}

const TAB = /^[a-z][a-z-]{0,31}$/;

export function parseStateText(text: string): LinkState {
  const given = new Map<string, string>();
  for (const part of text.split('&')) {
    const equals = part.indexOf('=');
    if (equals > 0) given.set(part.slice(0, equals), part.slice(equals + 1));
  }
  const atMs = parseTime(given.get('t') ?? '');
  const tab = given.get('tab');
  const selection = (given.get('sel') ?? '').split(',').filter(isResourceId).slice(0, MAX_LINK_SELECTION);
  const area = parseArea(given.get('area') ?? '');
  return {
    ...(atMs === null ? {} : { atMs }),
    ...(tab !== undefined && TAB.test(tab) ? { tab } : {}),
    ...(selection.length === 0 ? {} : { selection }),
    ...(area ? { area } : {}),
    ...(given.get('mode') === 'view' ? { viewOnly: true } : {}),
  };
}

/** In the largest unit that divides it: `90s`, `5m`, `1500ms`. */
function makeTime(ms: number): string {
  if (ms === 0) return '0s';
  const [unit, scale] = UNITS.find(([, size]) => ms % size === 0) ?? UNITS[4];
  return `${ms / scale}${unit}`;
}

function parseTime(text: string): number | null {
  const [, digits, unit] = /^(\d{1,13})(ms|s|m|h|d)$/.exec(text) ?? [];
  const scale = UNITS.find(([name]) => name === unit)?.[1];
  if (digits === undefined || scale === undefined) return null;
  const ms = Number(digits) * scale;
  return ms <= MAX_TIME_MS ? ms : null;
}

function parseArea(text: string): LinkArea | null {
  if (!/^(?:-?\d{1,8}(?:,|$)){4}$/.test(text) || text.endsWith(',')) return null;
  const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number);
  const inRange = [x, y, width, height].every((value) => Math.abs(value) <= MAX_PIXELS);
  return inRange && width > 0 && height > 0 ? { x, y, width, height } : null;
}
