/** Serves one folder of files over plain http, and nothing outside it. */
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.mjs';

const compress = promisify(gzip);

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text|application)\/|svg/;

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** The file a request path means, or undefined: outside the folder, hidden, malformed, or not there. */
async function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  const segments = path.split(/[/\\]/);
  if (path.includes('\0') || segments.some((segment) => segment.startsWith('.'))) return undefined;
  const named = join(folder, ...segments);
  try {
    const file = (await stat(named)).isDirectory() ? join(named, 'index.html') : named;
    const real = await realpath(file);
    // A symbolic link must not lead outside either.
    if (!real.startsWith((await realpath(folder)) + sep)) return undefined;
    const found = await stat(real);
    return found.isFile()
      ? { path: real, size: found.size, changedMs: Math.floor(found.mtimeMs) }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder absolute path of what is served
 * @returns {import('node:http').Server} not yet listening
 */
export function createStaticServer(folder) {
  /** Compressed files by path and time of change: a build is small, and a class opens it thirty times. */
  const compressed = new Map();

  const compressedOf = async (file) => {
    const key = `${file.path} ${file.changedMs}`;
    let body = compressed.get(key);
    if (!body) {
      body = await compress(await readFile(file.path), { level: 9 });
      compressed.set(key, body);
    }
    return body;
  };

  const answer = async (request, response) => {
    const plain = (status, text, more = {}) => {
      response.writeHead(status, { ...HEADERS, 'Content-Type': TYPES['.txt'], ...more });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(405, 'Only GET and HEAD.\n', { Allow: 'GET, HEAD' });
    const file = await fileOf(folder, request.url ?? '/');
    if (!file) return plain(404, 'Not found.\n');

    const type = TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream';
    const packed = COMPRESSIBLE.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const etag = `"${file.size.toString(36)}-${file.changedMs.toString(36)}${packed ? '-gz' : ''}"`;
    const headers = {
      ...HEADERS,
      'Content-Type': type,
      // Names below assets/ carry a hash of the content; everything else is asked for again.
      'Cache-Control': /[/\\]assets[/\\]/.test(file.path)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      ETag: etag,
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers);
      return response.end();
    }
    if (packed) {
      const body = await compressedOf(file);
      response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': body.length });
      return response.end(request.method === 'HEAD' ? undefined : body);
    }
    response.writeHead(200, { ...headers, 'Content-Length': file.size });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
  };

  return createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) return response.destroy();
      response.writeHead(500, HEADERS);
      return response.end();
    });
  });
}

/**
 * Listens on the wanted port, or on the next free one above it.
 *
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string, tries?: number }} where `tries`: how many ports are tried
 * @returns {Promise<number>} the port
 */
export async function listen(server, { port, host, tries = 50 }) {
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, host, () => {
          server.off('error', reject);
          resolve(undefined);
        });
      });
      return server.address().port;
    } catch (error) {
      const busy = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      if (!busy || candidate + 1 >= port + tries || candidate + 1 > 65535) throw error;
    }
  }
}
