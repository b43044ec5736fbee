import type { ResourceId } from '../../model/resource';

/** Locally administered and the same every time: the MAC addresses of EC2 begin with 02, 06, 0a or 0e. */
export function macAddressOf(id: ResourceId): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1)
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  const bytes = [0x0a, 0x1b, hash >>> 24, (hash >>> 16) & 255, (hash >>> 8) & 255, hash & 255];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}
