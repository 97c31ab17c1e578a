import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from '../common/types.ts';
import { bytesOf } from '../site-content.ts';
import { answer, fileOf } from './serve-answer.ts';
import { allowedHosts, isAllowedHost } from './serve-host.ts';
import { createLive, LIVE_PATH, type Live } from './serve-live.ts';

/** Ports that are tried above a busy one. */
const PORT_TRIES = 20;

export interface SiteServer {
  readonly server: Server;
  readonly port: number;
  /** Ports that were asked for or tried, and in use. */
  readonly busy: readonly number[];
  readonly close: () => Promise<void>;
}

/** A site that can be exchanged while it is served, in memory. */
export interface ServedSite {
  /** Answers one request; addresses are looked up as names, so none leads out of the site. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Whether an address is answered by the site, and with which page where it is one: a contributor's server adds to it. */
  readonly find: (url: string) => { readonly page: (() => Promise<string>) | null } | undefined;
  /**
   * Serves this site from now on and tells open pages what changed; `touched` are the files that were edited, `held` says
   * what is wrong with notes that are shown as they were before.
   * @returns whether there is anything new to see
   */
  readonly show: (site: Pick<Site, 'files'>, touched?: Iterable<string>, held?: readonly string[]) => boolean;
  /** Tells open pages that the notes can't be built; the last site is still served. */
  readonly fail: (problem: string) => void;
  readonly close: () => void;
}

/**
 * @param host name or address that the server listens on; requests for other names are refused. Null where a server around
 * it heeds that
 */
export function serveSite(host: string | null): ServedSite {
  const live: Live = createLive();
  const hosts = host === null ? null : allowedHosts(host);
  let files: Site['files'] = new Map();
  return {
    handle(request, response) {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Cache-Control', 'no-cache');
      // A page elsewhere could point a name of its own at this machine and read the notes.
      if (hosts !== null && !isAllowedHost(request.headers.host, hosts)) {
        say(
          response,
          403,
          `This server answers for ${[...hosts].join(', ')} only. Start it with --host NAME.`,
        );
      } else if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('Allow', 'GET, HEAD');
        say(response, 405, 'Only GET and HEAD are answered here.');
      } else if (pathOf(request) === `/${LIVE_PATH}`) {
        live.connect(request, response);
      } else {
        answer(files, request, response).catch((error: unknown) => {
          if (!response.headersSent)
            say(response, 500, error instanceof Error ? error.message : String(error));
          else response.destroy();
        });
      }
    },
    find(url) {
      if (url.replace(/[?#].*$/s, '') === `/${LIVE_PATH}`) return { page: null };
      const name = fileOf(url);
      const content = name === undefined ? undefined : files.get(name);
      if (name === undefined || content === undefined) return undefined;
      if (!name.endsWith('.html') || content.kind === 'copy') return { page: null };
      return { page: async () => Buffer.from(await bytesOf(content)).toString('utf8') };
    },
    show(site, touched = [], held = []) {
      const isNew = live.show(files, site.files, new Set(touched), held);
      files = site.files;
      return isNew;
    },
    fail: live.fail,
    close: live.close,
  };
}

/**
 * Listens on the port, or where it is busy on the next free one.
 * @throws {Error} with the system's code, where the host has no such address or no port is free
 */
export async function listen(site: ServedSite, host: string, port: number): Promise<SiteServer> {
  const server = createServer(site.handle);
  const busy: number[] = [];
  for (let tried = port; ; tried++) {
    try {
      await listenOnce(server, host, tried);
      break;
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!inUse || busy.length >= PORT_TRIES || tried >= 65_535) throw error;
      busy.push(tried);
    }
  }
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      site.close();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { server, port: (server.address() as AddressInfo).port, busy, close };
}

function listenOnce(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/[?#].*$/s, '');
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
