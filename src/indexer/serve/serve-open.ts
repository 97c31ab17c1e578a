import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the reader's browser; answers false where the system has no command for that. */
export function openInBrowser(address: string): Promise<boolean> {
  const [command, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const opener = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
    opener.on('error', () => resolve(false));
    opener.on('spawn', () => resolve(true));
    opener.unref();
  });
}
