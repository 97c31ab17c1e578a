/** What `hearthmap dev` spends after a note was edited. */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLI, temporary } from './blog.mjs';
import { median } from './figure.mjs';
import { cpuOf } from './process.mjs';

const EDITED = ['KBhprobability.md', 'KBhlinear_map.md', 'KBhfireside.md'];

/**
 * @param {string} blog a copy that may be changed
 * @param {number} rounds
 * @param {(text: string) => void} tell
 * @returns {Promise<number>} CPU seconds from the edit until the page and the map were fetched again
 */
export async function measureRebuild(blog, rounds, tell) {
  tell('editing notes while they are served …');
  const server = spawn('node', [CLI, 'dev', blog, '--port', '4790', '--cache', temporary('dev-cache')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise((resolve, reject) => {
      let text = '';
      server.stdout.on('data', (chunk) => {
        text += chunk;
        const found = /http:\/\/[\w.:[\]]+\//.exec(text);
        if (found !== null) resolve(found[0]);
      });
      server.on('exit', () => reject(new Error(`the server ended: ${text}`)));
    });
    await sleep(1_000);
    const spent = [];
    for (let round = 0; round < rounds + 2; round++) {
      const name = EDITED[round % EDITED.length] ?? '';
      const page = `${address}notes/posts/${name.replace('.md', '').toLowerCase()}/`;
      const before = cpuOf(server.pid ?? 0);
      const mark = `edited${round}`;
      appendFileSync(join(blog, 'content', 'posts', name), `\n${mark}\n`);
      while (!(await (await fetch(page)).text()).includes(mark)) await sleep(20);
      const site = await (await fetch(`${address}site.json`)).json();
      await (await fetch(address + site.map)).text();
      await sleep(300);
      // The first edits warm the program up.
      if (round >= 2) spent.push(cpuOf(server.pid ?? 0) - before);
    }
    return median(spent);
  } finally {
    server.kill('SIGINT');
  }
}
