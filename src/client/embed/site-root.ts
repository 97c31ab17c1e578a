/** The site that an element names, or that its script is from; null where that is no address of the web. @param script the script's own address */
export function siteRoot(element: Element, script: string): URL | null {
  const src = element.getAttribute('src');
  try {
    const root = new URL(src ?? './', src === null ? script : document.baseURI);
    root.pathname = root.pathname.replace(/\/?$/, '/');
    if (/^https?:$/.test(root.protocol)) return root;
  } catch {
    // No address at all.
  }
  return null;
}
