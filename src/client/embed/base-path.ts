/** A blog's own path, without a slash at the end. */
export function basePath(baseURL: string | null): string {
  return baseURL === null ? '' : new URL(baseURL).pathname.replace(/\/+$/, '');
}
