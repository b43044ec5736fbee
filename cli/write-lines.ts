/** Writes lines without holding them all; stops quietly when the reader has had enough (`| head`). */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

const CHUNK_LENGTH = 65_536;

export async function writeLines(stream: Writable, lines: Iterable<string>): Promise<void> {
  let closed = false;
  const onError = (): void => {
    closed = true;
  };
  stream.on('error', onError);
  let chunk = '';
  const flush = async (): Promise<void> => {
    if (chunk === '' || closed) return;
    const room = stream.write(chunk);
    chunk = '';
    if (!room && !closed) await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(onError);
  };
  for (const line of lines) {
    if (closed) break;
    chunk += `${line}\n`;
    if (chunk.length >= CHUNK_LENGTH) await flush();
  }
  await flush();
}
