/** A blog's own path, without a slash at the end. @param baseURL may be a path alone: see `EmbedSite` */
export function basePath(baseURL: string | null): string {
  return baseURL === null ? '' : new URL(baseURL, 'http://a').pathname.replace(/\/+$/, '');
}
