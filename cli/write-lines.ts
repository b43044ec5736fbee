/** Writes lines without holding them all; stops quietly when the reader has had enough (`| head`). */
import type { Writable } from 'node:stream';

const CHUNK_LENGTH = 65_536;

export async function writeLines(stream: Writable, lines: Iterable<string>): Promise<void> {
  let closed = false;
  const onError = (): void => {
    closed = true;
  };
  stream.once('error', onError);
  let chunk = '';
  const flush = async (): Promise<void> => {
    if (chunk === '' || closed) return;
    const room = stream.write(chunk);
    chunk = '';
    if (!room && !closed) await hasRoom(stream);
  };
  for (const line of lines) {
    if (closed || stream.destroyed) break;
    chunk += `${harmless(line)}\n`;
    if (chunk.length >= CHUNK_LENGTH) await flush();
  }
  await flush();
}

/** Until there is room again, or nobody reads any more. */
const hasRoom = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    const events = ['drain', 'close', 'error'] as const;
    const settle = (): void => {
      for (const event of events) stream.off(event, settle);
      resolve();
    };
    for (const event of events) stream.once(event, settle);
  });

/** Without what could steer a terminal: names come from other people's files. Tabs and line ends stay. */
const harmless = (line: string): string => line.replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD');
