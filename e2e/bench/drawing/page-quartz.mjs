/**
 * A graph in Quartz's way: the contents index is fetched whole, d3-force runs on the page's own thread, and each link, note
 * and title is an object of pixi's.
 */

/**
 * @typedef {{ slug: string, title: string, links: string[] }} Entry
 * @typedef {{ id: string, text: string, x: number, y: number, links: number }} Node
 * @typedef {{ source: Node, target: Node }} Link
 * @typedef {Record<string, any>} Packages
 */

const TICKS = 300;

/** @param {Packages} packages */
export async function runQuartz(packages) {
  const { Application, Circle, Container, Graphics, Text } = packages;
  const asked = new URL(location.href).searchParams;
  const ticks = asked.has('unsettled') ? 0 : TICKS;
  /** @type {Record<string, Entry>} */
  const index = await (await fetch('contentIndex.json')).json();
  const data = around(new Map(Object.entries(index)), asked.get('note'));
  /** @type {Map<string, Node>} */
  const nodes = new Map();
  for (const [id, { title }] of data) nodes.set(id, { id, text: title, x: NaN, y: NaN, links: 0 });
  /** @type {Link[]} */
  const links = [];
  for (const [id, entry] of data) {
    for (const to of entry.links) {
      const [source, target] = [nodes.get(id), nodes.get(to)];
      if (source === undefined || target === undefined) continue;
      source.links++;
      target.links++;
      links.push({ source, target });
    }
  }
  const width = innerWidth;
  const height = innerHeight;
  const radius = (/** @type {Node} */ node) => 2 + Math.sqrt(node.links);
  packages['forceSimulation']([...nodes.values()])
    .stop()
    .force('charge', packages['forceManyBody']().strength(-50))
    .force('center', packages['forceCenter']().strength(0.2))
    .force('link', packages['forceLink'](links).distance(30))
    .force('collide', packages['forceCollide'](radius).iterations(3))
    .force('radial', packages['forceRadial'](Math.min(width, height) * 0.4).strength(0.2))
    .tick(ticks);

  const app = new Application();
  await app.init({
    width,
    height,
    antialias: true,
    autoStart: false,
    autoDensity: true,
    backgroundAlpha: 0,
    preference: 'webgl',
    resolution: devicePixelRatio,
  });
  document.body.append(app.canvas);
  const lines = new Container({ zIndex: 1, isRenderGroup: true });
  const discs = new Container({ zIndex: 2, isRenderGroup: true });
  const names = new Container({ zIndex: 3, isRenderGroup: true });
  app.stage.addChild(lines, discs, names);
  for (const { source, target } of links) {
    const line = new Graphics({ interactive: false, eventMode: 'none' });
    line.moveTo(source.x + width / 2, source.y + height / 2);
    line.lineTo(target.x + width / 2, target.y + height / 2);
    line.stroke({ alpha: 1, width: 1, color: '#b8b8b8' });
    lines.addChild(line);
  }
  for (const node of nodes.values()) {
    const at = { x: node.x + width / 2, y: node.y + height / 2 };
    const style = { fontSize: 10, fill: '#2b2b2b', fontFamily: 'serif' };
    const name = new Text({ interactive: false, eventMode: 'none', text: node.text, alpha: 0, style });
    name.anchor.set(0.5, 1.2);
    name.position.set(at.x, at.y);
    names.addChild(name);
    const disc = new Graphics({
      interactive: true,
      eventMode: 'static',
      hitArea: new Circle(0, 0, radius(node)),
    });
    disc.circle(0, 0, radius(node)).fill({ color: node.links > 0 ? '#284b63' : '#84a59d' });
    disc.position.set(at.x, at.y);
    discs.addChild(disc);
  }
  app.renderer.render(app.stage);
  performance.mark('hearthmap:map-drawn');
}

/**
 * The local graph: a note, and what is one link away. All of the index is read for it.
 * @param {Map<string, Entry>} data
 * @param {string | null} note
 */
function around(data, note) {
  if (note === null) return data;
  const own = data.get(note)?.links ?? [];
  return new Map(
    [...data].filter(([id, { links }]) => id === note || own.includes(id) || links.includes(note)),
  );
}
