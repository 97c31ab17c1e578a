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
