import { describe, expect, it } from 'vitest';
import { fileNameOf } from './download';
import { MAX_BYTES, readFiles } from './read-files';

const file = (name: string, text = '{}') => ({ name, file: new File([text], name) });

describe('reading files', () => {
  it('keeps the folder in the name and leaves out what is hidden or a picture', async () => {
    const reading = await readFiles([
      file('us-east-2/Vpcs.json', '{"Vpcs":[]}'),
      file('.DS_Store'),
      file('a.png'),
    ]);
    expect(reading).toEqual({ ok: true, files: [{ name: 'us-east-2/Vpcs.json', text: '{"Vpcs":[]}' }] });
  });

  it('says what was given when there is nothing to read', async () => {
    const reading = await readFiles([file('cat.png')]);
    expect(reading).toMatchObject({ ok: false, message: expect.stringContaining('cat.png') as string });
  });

  it('refuses too much before reading any of it', async () => {
    let read = false;
    const huge = {
      size: MAX_BYTES + 1,
      text: () => {
        read = true;
        return Promise.resolve('');
      },
    } as unknown as File;
    const reading = await readFiles([{ name: 'huge.json', file: huge }]);
    expect(reading).toMatchObject({ ok: false, message: expect.stringContaining('256 MB') as string });
    expect(read).toBe(false);
  });

  it('says which file could not be read', async () => {
    const gone = { size: 1, text: () => Promise.reject(new Error('gone')) } as unknown as File;
    expect(await readFiles([{ name: 'gone.json', file: gone }])).toMatchObject({
      ok: false,
      message: expect.stringContaining('gone.json') as string,
    });
  });
});

describe('file names', () => {
  it('come from the title and are never empty', () => {
    expect(fileNameOf('Corner shop: v2')).toBe('corner-shop-v2');
    expect(fileNameOf('../..')).toBe('scenario');
    expect(fileNameOf('Überlingen')).toBe('überlingen');
  });
});
