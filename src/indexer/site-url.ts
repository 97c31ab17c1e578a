/** The address of a site, with a slash at the end. @throws {Error} in words */
export function siteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '')
    throw new Error(`"${text}" is no address of a site. Write one such as https://example.org/notes/.`);
  return url.href.replace(/\/*$/, '/');
}
