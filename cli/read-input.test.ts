import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allOf } from '../engine/catalog/lookup';
import { makeLink } from '../engine/share/link';
import { shareSample } from '../engine/testing/share-sample';
import { readInput } from './read-input';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ec2-playground-input-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, vpcId: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify({ Vpcs: [{ VpcId: vpcId, CidrBlock: '10.0.0.0/16' }] }));
  return file;
}

function regionsOf(...inputs: readonly string[]): readonly string[] {
  const opened = readInput(inputs);
  if (!opened.ok) throw new Error(opened.error.message);
  return allOf(opened.value.document, 'region').map(({ regionName }) => regionName);
}

describe('INPUT', () => {
  it('takes regions from folders, whether the folder, one above it or a file in it is named', () => {
    const file = write('accounts/111122223333/eu-west-1/Vpcs.json', 'vpc-0a');
    write('accounts/111122223333/us-west-2/Vpcs.json', 'vpc-0b');
    expect(regionsOf(folder)).toEqual(['eu-west-1', 'us-west-2']);
    expect(regionsOf(join(folder, 'accounts/111122223333/us-west-2'))).toEqual(['us-west-2']);
    expect(regionsOf(file)).toEqual(['eu-west-1']);
  });

  it('passes over what is not JSON and folders nobody means', () => {
    write('eu-west-1/Vpcs.json', 'vpc-0a');
    write('eu-west-1/node_modules/x/package.json', 'vpc-0b');
    writeFileSync(join(folder, 'README.md'), '# notes');
    expect(regionsOf(folder)).toEqual(['eu-west-1']);
    const opened = readInput([folder]);
    expect(opened.ok && allOf(opened.value.document, 'vpc')).toHaveLength(1);
  });

  it('says that a folder is empty and that nothing was given', () => {
    mkdirSync(join(folder, 'empty'));
    expect(readInput([join(folder, 'empty')])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('holds no .json file') },
    });
    expect(readInput([])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('INPUT is missing') },
    });
  });

  it('takes a share link that shows a moment and may only be looked at: whole, or its fragment', () => {
    const link = makeLink(shareSample(3), { atMs: 90_000, selection: ['i-1'], viewOnly: true });
    for (const input of [`https://example.org/#${link}`, `#${link}`, link])
      expect(readInput([input])).toMatchObject({
        ok: true,
        value: { from: 'link', document: shareSample(3) },
      });
  });
});
