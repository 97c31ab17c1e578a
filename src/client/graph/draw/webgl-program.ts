/** Compiles shaders, and keeps buffers and textures that are filled by node id. */
import { ROW } from './webgl-shaders.ts';

export interface Program {
  readonly program: WebGLProgram;
  readonly uniform: (name: string) => WebGLUniformLocation | null;
}

/** @throws {Error} with the compiler's words */
export function makeProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const [one, two] = gl.getAttachedShaders(program) ?? [];
    throw new Error([one, two].map((shader) => gl.getShaderInfoLog(shader!)).join(' '));
  }
  const known = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    uniform(name) {
      let found = known.get(name);
      if (found === undefined) known.set(name, (found = gl.getUniformLocation(program, name)));
      return found;
    },
  };
}

/** Instances of unsigned integers, `width` a time, for the attribute `name`. */
export class InstanceBuffer {
  readonly #gl: WebGL2RenderingContext;
  readonly #buffer: WebGLBuffer;
  readonly #width: number;
  count = 0;

  constructor(gl: WebGL2RenderingContext, width: number) {
    this.#gl = gl;
    this.#width = width;
    this.#buffer = gl.createBuffer();
  }

  fill(values: Uint32Array): void {
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
    this.count = values.length / this.#width;
  }

  bind({ program }: Program, name: string): void {
    const gl = this.#gl;
    const place = gl.getAttribLocation(program, name);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribIPointer(place, this.#width, gl.UNSIGNED_INT, 0, 0);
    gl.vertexAttribDivisor(place, 1);
  }
}

/** A value for each node, on a texture unit of its own. */
export class NodeTexture {
  readonly #gl: WebGL2RenderingContext;
  readonly #texture: WebGLTexture;
  readonly #unit: number;
  readonly #kind: 'pair' | 'four' | 'level';
  #rows = 0;

  constructor(gl: WebGL2RenderingContext, unit: number, kind: 'pair' | 'four' | 'level') {
    this.#gl = gl;
    this.#unit = unit;
    this.#kind = kind;
    this.#texture = gl.createTexture();
  }

  /** Values a node. */
  get width(): number {
    return this.#kind === 'pair' ? 2 : this.#kind === 'four' ? 4 : 1;
  }

  /** Room for so many nodes, as the texture wants it: whole rows. */
  room(nodes: number): Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> {
    const texels = Math.max(1, Math.ceil(nodes / ROW)) * ROW * this.width;
    return this.#kind === 'level' ? new Uint8Array(texels) : new Float32Array(texels);
  }

  fill(values: Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>): void {
    const gl = this.#gl;
    const [inner, format, type] =
      this.#kind === 'level'
        ? [gl.R8UI, gl.RED_INTEGER, gl.UNSIGNED_BYTE]
        : this.#kind === 'pair'
          ? [gl.RG32F, gl.RG, gl.FLOAT]
          : [gl.RGBA32F, gl.RGBA, gl.FLOAT];
    const rows = values.length / this.width / ROW;
    gl.activeTexture(gl.TEXTURE0 + this.#unit);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    if (rows === this.#rows) {
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, ROW, rows, format, type, values);
      return;
    }
    this.#rows = rows;
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texImage2D(gl.TEXTURE_2D, 0, inner, ROW, rows, 0, format, type, values);
  }
}
