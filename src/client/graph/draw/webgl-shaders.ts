/**
 * The map's shaders. Positions, what a node always is, and how strongly it is drawn now lie in three textures by node id, so
 * that links name their ends by id alone: a camera that moves uploads nothing, nodes that move upload once.
 */
import { COLOURS } from '../garden/region-hues.ts';

/** Texels a row of the textures by node id. */
export const ROW = 2048;

const HUES = COLOURS + 1;

const NODES = `#version 300 es
precision highp usampler2D;
precision highp sampler2D;
uniform sampler2D places;
uniform sampler2D traits;
uniform usampler2D levels;
uniform vec2 middle;
uniform float scale;
uniform vec2 size;
uniform vec3 hues[${HUES}];
ivec2 texel(uint id) { return ivec2(int(id) % ${ROW}, int(id) / ${ROW}); }
vec2 pixel(uint id) { return (texelFetch(places, texel(id), 0).xy - middle) * scale + size * 0.5; }
vec4 clip(vec2 at) { return vec4(at / size * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0); }
float radiusOf(float radius) { return max(1.2, radius * (scale < 1.0 ? scale : sqrt(scale))); }
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0);
`;

/** An instance a link: a strip as wide as the line and its soft edges; an arrow is a head that ends at the target’s rim. */
export const LINK_VERTEX = `${NODES}
in uvec2 ends;
uniform int centre;
uniform bool strong;
uniform float width;
uniform float arrow;
uniform vec4 colour;
uniform float strength;
out float beside;
out vec4 tint;
void main() {
  uvec2 level = uvec2(texelFetch(levels, texel(ends.x), 0).r, texelFetch(levels, texel(ends.y), 0).r);
  bool touches = int(ends.x) == centre || int(ends.y) == centre;
  if (level.x == 0u || level.y == 0u || (touches && !strong)) { gl_Position = NOWHERE; return; }
  vec2 from = pixel(ends.x);
  vec2 to = pixel(ends.y);
  vec4 one = texelFetch(traits, texel(ends.x), 0);
  vec4 other = texelFetch(traits, texel(ends.y), 0);
  int hue = one.y == other.y ? int(one.y) : -1;
  tint = strong ? colour : vec4(hues[hue + 1], (hue < 0 ? 0.72 : 1.0) * strength);
  vec2 way = to - from;
  float far = max(length(way), 1e-4);
  vec2 along = way / far;
  vec2 across = vec2(-along.y, along.x);
  beside = 0.0;
  if (arrow > 0.0) {
    vec2 tip = to - along * (radiusOf(other.x) + 1.5);
    float on = gl_VertexID == 0 ? 0.0 : 1.0;
    float side = gl_VertexID == 1 ? 1.0 : -1.0;
    gl_Position = far < arrow * 4.0 ? NOWHERE : clip(tip - along * arrow * on + across * side * arrow * 0.42 * on);
    tint.a = min(1.0, tint.a * 1.5);
    return;
  }
  float reach = width * 0.5 + 0.75;
  float side = (gl_VertexID & 1) == 0 ? 1.0 : -1.0;
  beside = side * reach;
  gl_Position = clip(((gl_VertexID & 2) == 0 ? from : to) + across * beside);
}`;

export const LINK_FRAGMENT = `#version 300 es
precision highp float;
in float beside;
in vec4 tint;
uniform float width;
uniform float ratio;
out vec4 drawn;
void main() {
  float cover = clamp((width * 0.5 - abs(beside)) * ratio + 0.5, 0.0, 1.0) * min(1.0, width * ratio);
  drawn = vec4(tint.rgb, 1.0) * tint.a * cover;
}`;

/** An instance a node, in the order in which they are drawn: rim, disc and rings by the distance from the middle. */
export const DISC_VERTEX = `${NODES}
in uint id;
uniform float subdued;
out vec2 away;
out vec3 tint;
flat out float r;
flat out uint level;
flat out float alpha;
flat out float ghost;
void main() {
  level = texelFetch(levels, texel(id), 0).r;
  if (level == 0u) { gl_Position = NOWHERE; return; }
  vec4 trait = texelFetch(traits, texel(id), 0);
  r = radiusOf(trait.x);
  ghost = trait.z;
  tint = hues[int(trait.y) + 1];
  alpha = level == 1u ? (ghost > 0.0 ? 0.25 : 0.2)
    : level == 2u ? mix(1.0, ghost > 0.0 ? 0.6 : 0.5, subdued) : 1.0;
  float reach = r + (level >= 5u ? 6.0 : 2.5);
  away = (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0) * reach;
  gl_Position = clip(pixel(id) + away);
}`;

export const DISC_FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
in vec2 away;
in vec3 tint;
flat in float r;
flat in uint level;
flat in float alpha;
flat in float ghost;
uniform vec3 paper;
uniform vec3 ink;
uniform vec3 accent;
uniform float ratio;
uniform bool rims;
out vec4 drawn;
float d;
vec4 result = vec4(0.0);
void over(vec3 colour, float cover) { result = vec4(colour, 1.0) * cover + result * (1.0 - cover); }
float within(float radius) { return clamp((radius - d) * ratio + 0.5, 0.0, 1.0); }
float around(float radius, float width) { return clamp((width * 0.5 - abs(d - radius)) * ratio + 0.5, 0.0, 1.0); }
void main() {
  d = length(away);
  float disc = level == 3u ? r + 1.0 : r;
  if (ghost > 0.0) {
    over(paper, within(disc) * alpha);
    over(level >= 5u ? accent : tint, around(disc, 1.3) * alpha);
  } else {
    if (rims && level != 1u) over(paper, within(disc + (level == 3u ? 1.25 : 0.6)));
    over(tint, within(disc) * alpha);
  }
  if (level == 5u) over(ink, around(r + 3.0, 2.0));
  if (level == 6u) {
    if (ghost == 0.0) over(accent, within(r + 1.0));
    over(paper, around(r + 2.0, 2.0));
    over(accent, around(r + 4.0, 2.0));
  }
  if (result.a < 0.004) discard;
  drawn = result;
}`;

/** The picture of the regions, where it lies on the map. */
export const SHAPE_VERTEX = `#version 300 es
precision highp float;
uniform vec2 middle;
uniform float scale;
uniform vec2 size;
uniform vec4 place;
out vec2 at;
void main() {
  at = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 pixel = (place.xy + at * place.zw - middle) * scale;
  gl_Position = vec4(pixel / size * vec2(2.0, -2.0), 0.0, 1.0);
}`;

export const SHAPE_FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
uniform sampler2D shapes;
uniform float strength;
out vec4 drawn;
void main() { drawn = texture(shapes, at) * strength; }`;
