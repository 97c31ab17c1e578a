import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';

/**
 * Serves a folder as a plain host does, with gzip. Pages are isolated, so that the browser tells the time to 5 µs.
 * @param {string} folder
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function servePages(folder) {
  /** @type {Map<string, Buffer>} */
  const packed = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(
      folder,
      normalize(decodeURIComponent(pathname)),
      pathname.endsWith('/') ? 'index.html' : '',
    );
    const send = async () => {
      const body = packed.get(path) ?? gzipSync(await readFile(path));
      packed.set(path, body);
      response.writeHead(200, {
        'Content-Type': lookup(path) ?? 'application/octet-stream',
        'Content-Encoding': 'gzip',
        'Content-Length': body.length,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
      response.end(body);
    };
    send().catch(() => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
