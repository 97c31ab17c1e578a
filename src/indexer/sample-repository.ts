import { spawnSync } from 'node:child_process';

export const hasGit = spawnSync('git', ['--version']).status === 0;

/** For git's environment: whatever it is told on this machine, and who commits. */
export const SAMPLE_GIT: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@ex.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@ex.org',
};

/** @throws {Error} with what git says */
export function git(folder: string, command: readonly string[], environment: NodeJS.ProcessEnv = {}): void {
  const env = { ...process.env, ...SAMPLE_GIT, ...environment };
  const { status, stderr } = spawnSync('git', ['-C', folder, ...command], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
}

/** Commits all that the folder holds. */
export function commit(folder: string, authored: string, committed = authored): void {
  git(folder, ['add', '.']);
  const dates = { GIT_AUTHOR_DATE: authored, GIT_COMMITTER_DATE: committed };
  git(folder, ['commit', '-q', '-m', 'x'], dates);
}
