/** The site that an element names, or that its script is from; null where that is no address of the web. @param script the script's own address */
export function siteRoot(element: Element, script: string): URL | null {
  const src = element.getAttribute('src');
  const [path, base] = src === null ? ['./', script] : [src, document.baseURI];
  if (!URL.canParse(path, base)) return null;
  const root = new URL(path, base);
  if (!/^https?:$/.test(root.protocol)) return null;
  root.pathname = root.pathname.replace(/\/?$/, '/');
  return root;
}
