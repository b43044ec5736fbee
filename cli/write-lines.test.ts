import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { writeLines } from './write-lines';

const LINE = 'x'.repeat(1000);

function* manyLines(count: number, taken: { count: number }): Iterable<string> {
  for (let index = 0; index < count; index += 1) {
    taken.count += 1;
    yield LINE;
  }
}

describe('writing lines', () => {
  it('waits for a slow reader, writes everything and leaves no listeners behind', async () => {
    let length = 0;
    const slow = new Writable({
      highWaterMark: 1000,
      write(chunk: Buffer, _encoding, done) {
        length += chunk.length;
        setImmediate(done);
      },
    });
    await writeLines(slow, manyLines(2000, { count: 0 }));
    expect(length).toBe(2000 * 1001);
    expect(slow.listenerCount('drain') + slow.listenerCount('close')).toBe(0);
  });

  it('stops asking for lines when the reader has gone', async () => {
    const taken = { count: 0 };
    const gone = new Writable({
      highWaterMark: 1000,
      write(_chunk, _encoding, done) {
        done(new Error('EPIPE'));
      },
    });
    await writeLines(gone, manyLines(100_000, taken));
    expect(taken.count).toBeLessThan(1000);
  });
});
