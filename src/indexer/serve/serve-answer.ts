import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import { lookup } from 'mrmime';
import type { Site, SiteContent } from '../common/types.ts';
import { bytesOf } from '../site-content.ts';

const compress = promisify(gzip);

/** Hosts pack small files too; of smaller ones there is nothing to win. */
const COMPRESS_FROM = 500;
const COMPRESSED = /^(?:text\/|application\/(?:json|javascript|xml|manifest\+json)|image\/svg\+xml)/;
const HTML = 'text/html; charset=utf-8';

interface Body {
  readonly bytes: Uint8Array;
  readonly etag: string;
  zipped?: Promise<Uint8Array>;
}

/** Made once for each content that is asked for, and forgotten with it. */
const bodies = new WeakMap<SiteContent, Body>();

/** Answers with a file of the site: `/a/` is `a/index.html`, what isn't there is `404.html`. */
export async function answer(
  files: Site['files'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request.url ?? '/');
  if (path === undefined) {
    response
      .writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' })
      .end('This address is malformed.\n');
    return;
  }
  const name = nameOf(path);
  const found = files.get(name);
  if (found !== undefined) return send(found, typeOf(name), 200, request, response);
  if (files.has(`${path}/index.html`)) {
    // Relative, so that it holds behind a proxy too; only the path's last part, so that `//host` can't be meant.
    const last = path.slice(path.lastIndexOf('/') + 1);
    response.writeHead(302, { Location: `./${encodeURIComponent(last)}/${queryOf(request)}` }).end();
    return;
  }
  const missing = files.get('404.html') ?? {
    kind: 'bytes',
    bytes: `<!doctype html><title>Not found</title><p>Not found`,
  };
  return send(missing, HTML, 404, request, response);
}

/** The file that an address means, whether there is one or not; undefined where its encoding is broken. */
export function fileOf(url: string): string | undefined {
  const path = pathOf(url);
  return path === undefined ? undefined : nameOf(path);
}

function nameOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Path without query and the first `/`, decoded once; undefined where its encoding is broken. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, '')).slice(1);
  } catch {
    return undefined;
  }
}

function queryOf(request: IncomingMessage): string {
  return /\?[^#]*/.exec(request.url ?? '')?.[0] ?? '';
}

function typeOf(name: string): string {
  const type = lookup(name) ?? 'application/octet-stream';
  return COMPRESSED.test(type) && !type.includes('charset') ? `${type}; charset=utf-8` : type;
}

async function send(
  content: SiteContent,
  type: string,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Content-Type', type);
  // It was looked through, and even so may do no more than a picture in a page may.
  if (type.startsWith('image/svg')) response.setHeader('Content-Security-Policy', 'sandbox');
  if (content.kind === 'copy') return sendCopy(content.from, type, status, request, response);
  const body = await bodyOf(content);
  response.setHeader('ETag', body.etag);
  if (isKnown(request, body.etag)) return void response.writeHead(304).end();
  let bytes = body.bytes;
  if (bytes.length >= COMPRESS_FROM && COMPRESSED.test(type)) {
    response.setHeader('Vary', 'Accept-Encoding');
    if (acceptsGzip(request)) {
      body.zipped ??= compress(bytes);
      bytes = await body.zipped;
      response.setHeader('Content-Encoding', 'gzip');
    }
  }
  response.writeHead(status, { 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function sendCopy(
  from: string,
  type: string,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { size, mtimeMs } = await stat(from);
  const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  response.setHeader('ETag', etag);
  const isCompressible = size >= COMPRESS_FROM && COMPRESSED.test(type);
  if (isCompressible) response.setHeader('Vary', 'Accept-Encoding');
  if (isKnown(request, etag)) return void response.writeHead(304).end();
  const zips = isCompressible && acceptsGzip(request);
  response.writeHead(status, zips ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': size });
  if (request.method === 'HEAD' || size === 0) return void response.end();
  const file = createReadStream(from, { end: size - 1 });
  await (zips ? pipeline(file, createGzip(), response) : pipeline(file, response));
}

async function bodyOf(content: Exclude<SiteContent, { kind: 'copy' }>): Promise<Body> {
  const made = bodies.get(content);
  if (made !== undefined) return made;
  const bytes = await bytesOf(content);
  // Weak, as the same file may go out compressed.
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const body = { bytes, etag };
  bodies.set(content, body);
  return body;
}

function isKnown(request: IncomingMessage, etag: string): boolean {
  const known = request.headers['if-none-match'];
  return known !== undefined && known.split(',').some((entry) => entry.trim() === etag);
}

function acceptsGzip(request: IncomingMessage): boolean {
  const accepted = request.headers['accept-encoding'];
  return typeof accepted === 'string' && /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/.test(accepted);
}
