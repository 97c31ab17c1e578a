import { isIP } from 'node:net';
import { hostname } from 'node:os';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const EVERYWHERE = new Set(['0.0.0.0', '::', '']);

/** Names under which a server on this host may be asked. */
export function allowedHosts(host: string): ReadonlySet<string> {
  const names = EVERYWHERE.has(host)
    ? [hostname().toLowerCase(), `${hostname().toLowerCase()}.local`]
    : [bracketed(host)];
  return new Set([...LOOPBACK, ...names]);
}

/** Whether a `Host` header names this server. An address can't be rebound to another machine, so any is fine. */
export function isAllowedHost(header: string | undefined, allowed: ReadonlySet<string>): boolean {
  if (header === undefined) return false;
  const name = header.toLowerCase().replace(/:\d*$/, '');
  const address = name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
  return allowed.has(name) || isIP(address) !== 0 || name.endsWith('.localhost');
}

export function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host.toLowerCase();
}

/** Of Vite's settings, what decides for whom its server answers. */
export interface ViteHosts {
  readonly allowedHosts?: true | readonly string[];
  readonly https?: unknown;
  readonly host?: string | boolean;
  readonly origin?: string;
  readonly hmr?: boolean | { readonly host?: string };
}

/** Whether a server of Vite answers for a `Host` header: by its own rules, so that a plug-in's answers are where its own are. */
export function isAllowedByVite(header: string | undefined, settings: ViteHosts): boolean {
  const { allowedHosts = [], https, host, origin, hmr } = settings;
  // Over TLS another name has no certificate.
  if (allowedHosts === true || https) return true;
  const named = [
    typeof host === 'string' ? host : '',
    typeof hmr === 'object' ? (hmr.host ?? '') : '',
    origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : '',
  ];
  const allowed = [...allowedHosts, ...named].filter((name) => name !== '').map((name) => name.toLowerCase());
  if (isAllowedHost(header, new Set([...LOOPBACK, ...allowed]))) return true;
  const name = header?.toLowerCase().replace(/:\d*$/, '') ?? '';
  // A dot in front lets in all names below.
  return allowed.some((one) => one.startsWith('.') && (name === one.slice(1) || name.endsWith(one)));
}
