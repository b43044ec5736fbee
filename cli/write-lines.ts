/** Writes lines without holding them all; stops when the reader has had enough (`| head`) or there is no room. */
import type { Writable } from 'node:stream';

const CHUNK_LENGTH = 65_536;

/** @returns why the lines could not be written; `null` if they were, or the reader has had enough */
export async function writeLines(stream: Writable, lines: Iterable<string>): Promise<string | null> {
  let closed = false;
  let trouble: string | null = null;
  const onError = (error: NodeJS.ErrnoException): void => {
    closed = true;
    if (error.code !== 'EPIPE') trouble = error.code ?? error.message;
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
  if (!closed && stream.writableLength > 0) await written(stream);
  return trouble;
}

/** Until everything given to the stream so far is out, or can't be. */
const written = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });

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
