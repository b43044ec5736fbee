/** Texts packed by the browser itself: a document is a tenth of its size then. */
import type { VersionData } from './version';

/** Where the browser can't, the text is kept as it is. */
export async function pack(text: string): Promise<VersionData> {
  const plain = new TextEncoder().encode(text);
  if (typeof CompressionStream === 'undefined') return { how: 'plain', bytes: plain };
  return { how: 'deflate-raw', bytes: await through(plain, new CompressionStream('deflate-raw')) };
}

/** @throws a TypeError where the bytes are not what they claim to be. */
export async function unpack(data: VersionData): Promise<string> {
  const bytes =
    data.how === 'plain' ? data.bytes : await through(data.bytes, new DecompressionStream('deflate-raw'));
  return new TextDecoder().decode(bytes);
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Tells texts apart: their length and two 32-bit sums. Not against somebody who wants them to be taken for one. */
export function digestOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 5381;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = (Math.imul(two, 33) + code) | 0;
  }
  return `${text.length}-${(one >>> 0).toString(36)}-${(two >>> 0).toString(36)}`;
}
