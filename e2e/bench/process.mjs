/** CPU, wall time and memory of whole processes, by what Linux says of them. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Used
 * @property {number} cpu seconds, user and system, children included
 * @property {number} wall seconds
 * @property {number} memory peak of the largest process, in MB
 * @property {string} output
 */

/** Where this is set, Node reads a file of certificates at each start, though a build asks nobody anything: not our time. */
const environment = { ...process.env };
delete environment['NODE_EXTRA_CA_CERTS'];

/**
 * Runs a command to its end.
 * @param {readonly string[]} command
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<Used>}
 * @throws {Error} with its output, where it fails
 */
export async function measure(command, { cwd } = {}) {
  // What the command before wrote must not be brought to the disk in this one's time.
  spawnSync('sync');
  const start = performance.now();
  // bash counts what its children used, to the millisecond.
  const script = '"$@"; code=$?; times >&3; exit $code';
  const child = spawn('bash', ['-c', script, 'bash', ...command], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let memory = 0;
  const watch = setInterval(() => {
    for (const pid of childrenOf(child.pid ?? 0)) memory = Math.max(memory, peakOf(pid));
  }, 25);
  let output = '';
  let times = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  child.stdio[3]?.on('data', (chunk) => (times += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
  const [user, system] = [...(times.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return { cpu: (user ?? 0) + (system ?? 0), wall, memory, output };
}

/**
 * CPU seconds that a running process has used so far.
 * @param {number} pid
 */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** @param {number} pid */
function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  } catch {
    return [];
  }
}

/** @param {number} pid */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
