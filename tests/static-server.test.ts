import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaticServer, listen } from '../scripts/lib/static-server.mjs';

const SCRIPT = 'export const answer = 42;\n'.repeat(100);
const folder = mkdtempSync(join(tmpdir(), 'static-server-'));
const served = join(folder, 'dist');
const server = createStaticServer(served);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A plain request: fetch would tidy up the path before sending it. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

beforeAll(async () => {
  mkdirSync(join(served, 'assets'), { recursive: true });
  mkdirSync(join(served, '.vite'));
  writeFileSync(join(served, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(served, 'assets', 'main-a1b2.js'), SCRIPT);
  writeFileSync(join(served, 'icon.png'), 'png');
  writeFileSync(join(served, '.vite', 'manifest.json'), '{}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(served, 'link.txt'));
  await listen(server, { port: 0, host: '127.0.0.1' });
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the server of npm start', () => {
  it('serves the page with the policy and its type', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  it('compresses text for who accepts it, keeps hashed names for ever, and leaves pictures alone', async () => {
    const packed = await ask('/assets/main-a1b2.js', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['cache-control']).toContain('immutable');
    expect(gunzipSync(packed.body).toString()).toBe(SCRIPT);
    const plain = await ask('/assets/main-a1b2.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(SCRIPT);
    expect(
      (await ask('/icon.png', { 'accept-encoding': 'gzip' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  it('answers 304 to who has the file already', async () => {
    const first = await ask('/');
    const again = await ask('/', { 'if-none-match': String(first.headers['etag']) });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '/link.txt',
    '/.vite/manifest.json',
    '/nothing-here',
    '/assets',
    '/%',
    '/index.html%00.js',
  ])('gives nothing for %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toBe('Not found.\n');
  });

  it('only reads', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
    const head = await ask('/', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
  });

  it('takes the next port when the wanted one is busy', async () => {
    const { port } = server.address() as AddressInfo;
    const second = createStaticServer(served);
    try {
      expect(await listen(second, { port, host: '127.0.0.1' })).toBeGreaterThan(port);
    } finally {
      second.close();
    }
  });
});
