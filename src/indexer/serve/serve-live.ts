import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveMessage } from '../../contract/live.ts';
import type { Site, SiteContent } from '../common/types.ts';
import { isSameContent } from '../site-content.ts';

/** Address of the event stream, from the site's root. */
export const LIVE_PATH = '__hearthmap/live';

/** Proxies close a silent stream after half a minute or so. */
const HEARTBEAT_MS = 20_000;
/** How soon a page asks again after the server was gone. */
const RETRY_MS = 500;

export interface Live {
  readonly connect: (request: IncomingMessage, response: ServerResponse) => void;
  /** @returns whether pages are told anything new */
  readonly show: (
    before: Site['files'],
    after: Site['files'],
    touched: ReadonlySet<string>,
    held: readonly string[],
  ) => boolean;
  readonly fail: (problem: string) => void;
  readonly close: () => void;
}

/** Open pages, and the state that each of them is told. */
export function createLive(): Live {
  const open = new Set<ServerResponse>();
  // Another process is another build for a page that outlived it.
  const run = `${process.pid}-${process.hrtime.bigint().toString(36)}`;
  let builds = 0;
  let message: LiveMessage = { build: `${run}-0`, pages: [], problem: null, held: [] };

  const tell = (): void => {
    for (const response of open) response.write(`data: ${JSON.stringify(message)}\n\n`);
  };
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(':\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    connect(request, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      if (request.method === 'HEAD') return void response.end();
      response.write(`retry: ${RETRY_MS}\ndata: ${JSON.stringify(message)}\n\n`);
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    show(before, after, touched, held) {
      const changed = changedFiles(before, after, touched);
      const isSaid = message.problem === null && message.held.join('\n') === held.join('\n');
      if (changed.length === 0 && isSaid) return false;
      const build = changed.length === 0 ? message.build : `${run}-${++builds}`;
      // Of the first build every page is new, and nobody has seen another one.
      const pages = before.size === 0 ? [] : changed.filter(isPage).map(toPage);
      message = { build, pages, problem: null, held };
      tell();
      return true;
    },
    fail(problem) {
      message = { ...message, pages: [], problem };
      tell();
    },
    close() {
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}

/**
 * Paths that one site has and the other hasn't, or has with other bytes.
 * @param touched files that were edited; a copied one of them differs
 */
function changedFiles(before: Site['files'], after: Site['files'], touched: ReadonlySet<string>): string[] {
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const differs = [...after].filter(([path, content]) => !isEqual(before.get(path), content, touched));
  return [...gone, ...differs.map(([path]) => path)];
}

function isEqual(a: SiteContent | undefined, b: SiteContent, touched: ReadonlySet<string>): boolean {
  return a !== undefined && isSameContent(a, b) && !(b.kind === 'copy' && touched.has(b.from));
}

const PAGE = /^(notes\/.+\/)index\.html$/s;
const isPage = (path: string): boolean => PAGE.test(path);
const toPage = (path: string): string =>
  path.replace(PAGE, '$1').split('/').map(encodeURIComponent).join('/');
