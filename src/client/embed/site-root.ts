/** The site that an element names, or that its script is from; null where that is no address of the web. @param script the script's own address */
export function siteRoot(element: Element, script: string): URL | null {
  const src = element.getAttribute('src');
  const base = src === null ? script : document.baseURI;
  if (!URL.canParse(src ?? './', base)) return null;
  const root = new URL(src ?? './', base);
  if (!/^https?:$/.test(root.protocol)) return null;
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  return root;
}
