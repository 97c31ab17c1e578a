/** Takes the drawing itself out of a page, so that what is left is the JavaScript of who draws. */

const TRUE = new Set(['getShaderParameter', 'getProgramParameter', 'checkFramebufferStatus']);
const THINGS = /^create|^getUniformLocation$/;
const PLAIN = [
  'fillText',
  'strokeText',
  'fill',
  'stroke',
  'fillRect',
  'strokeRect',
  'clearRect',
  'drawImage',
];

/** From now on, each new WebGL context is one whose functions do nothing. */
export function stubWebgl() {
  const real = HTMLCanvasElement.prototype.getContext;
  /** @type {WeakMap<HTMLCanvasElement, object>} */
  const given = new WeakMap();
  /**
   * @this {HTMLCanvasElement}
   * @param {string} kind
   * @param {unknown[]} words
   */
  function getContext(kind, ...words) {
    if (!kind.startsWith('webgl')) return Reflect.apply(real, this, [kind, ...words]);
    const context = given.get(this) ?? fakeContext(this);
    given.set(this, context);
    return context;
  }
  Object.assign(HTMLCanvasElement.prototype, { getContext });
}

/** From now on, drawing on a plane canvas does nothing; texts are still measured. */
export function stubPlain() {
  const nothing = () => {};
  for (const name of PLAIN) Object.assign(CanvasRenderingContext2D.prototype, { [name]: nothing });
}

/** @param {HTMLCanvasElement} canvas */
function fakeContext(canvas) {
  /** @type {Record<string, unknown>} */
  const context = { canvas };
  const kind = WebGL2RenderingContext.prototype;
  for (const name of Object.getOwnPropertyNames(kind)) {
    const { value, get } = Object.getOwnPropertyDescriptor(kind, name) ?? {};
    if (typeof value === 'number') context[name] = value;
    else if (get !== undefined) continue;
    else if (TRUE.has(name)) context[name] = () => true;
    else if (THINGS.test(name)) context[name] = () => ({});
    else context[name] = () => null;
  }
  return Object.assign(context, {
    drawingBufferWidth: canvas.width,
    drawingBufferHeight: canvas.height,
    getAttribLocation: () => 0,
    getParameter: () => 4096,
    getShaderInfoLog: () => '',
    getProgramInfoLog: () => '',
    isContextLost: () => false,
    getContextAttributes: () => ({}),
    getAttachedShaders: () => [],
  });
}
