/** Whether a picture is only a picture: an SVG opened on its own runs what is in it, with the site's rights. */
import { Parser } from 'htmlparser2';

const DRAWING = new Set(
  `svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textpath marker
   lineargradient radialgradient stop pattern clippath mask filter image style switch a
   feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedropshadow
   feflood fefunca fefuncb fefuncg fefuncr fegaussianblur femerge femergenode femorphology feoffset
   fespecularlighting fetile feturbulence fedistantlight fepointlight fespotlight`
    .trim()
    .split(/\s+/),
);

/** Elements of editors, which draw nothing, by their prefixes. */
const EDITORS = /^(?:sodipodi|inkscape|rdf|cc|dc|sketch):/;
/** Where their prefixes may point: else they could stand for what runs. */
const EDITORS_SPACES =
  /^https?:\/\/(?:sodipodi\.sourceforge\.net\/|(?:www\.)?inkscape\.(?:org|sourceforge\.net)\/|www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|creativecommons\.org\/|web\.resource\.org\/cc\/|purl\.org\/dc\/|www\.bohemiancoding\.com\/sketch\/)[\w./#-]*$/;
const SVG_SPACE = 'http://www.w3.org/2000/svg';

/** A browser knows the entities of some types of document, such as XHTML, and reads signs in them that aren't seen here. */
const DOCTYPE =
  /^!doctype svg(?:\s+public\s+(["'])-\/\/W3C\/\/DTD SVG [\d.]+(?: (?:basic|tiny))?\/\/EN\1\s+(["'])[\w.:/-]*\2)?\s*$/i;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^\s;&<]{1,40};/i;
const ENCODING = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)/i;
/** In these, what is markup is so in all of them. */
const ENCODINGS = /^(?:utf-?8|us-ascii|iso-8859-\d{1,2}|windows-125\d)$/i;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/;

/**
 * What is wrong with an SVG, in words, or null where nothing in it can run. What a browser might read in another way than it is
 * read here is refused as well.
 *
 * @param bytes of the whole file
 */
export function svgProblem(bytes: Uint8Array): string | null {
  const encoding = ENCODING.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1] ?? 'utf-8';
  if (!ENCODINGS.test(encoding)) return `it says that it is written in ${encoding.slice(0, 40)}`;
  let source: string;
  try {
    source = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return `it is not written in ${encoding}`;
  }
  if (CONTROL.test(source)) return 'it holds control characters';
  const entity = ENTITY.exec(source)?.[0];
  return entity === undefined ? markupProblem(source) : `it holds the entity ${entity}`;
}

function markupProblem(source: string): string | null {
  let problem: string | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!DRAWING.has(name.replace(/^svg:/, '')) && !EDITORS.test(name))
          problem ??= `it holds <${name.slice(0, 40)}>`;
        for (const [key, value] of Object.entries(attributes)) problem ??= attributeProblem(key, value);
      },
      onprocessinginstruction(_, data) {
        if (/^!doctype/i.test(data) && data.includes('[')) problem ??= 'it declares entities';
        else if (/^!doctype/i.test(data) && !DOCTYPE.test(data))
          problem ??= 'it has a DOCTYPE other than SVG’s';
        else if (/^\?xml-stylesheet/i.test(data)) problem ??= 'it loads a style sheet';
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(source);
  return problem;
}

function attributeProblem(key: string, value: string): string | null {
  if (/^xmlns(?:$|:svg$)/.test(key) && value !== SVG_SPACE) return 'it renames its elements';
  if (/^xmlns:/.test(key) && key !== 'xmlns:svg') {
    const isOfEditor = EDITORS.test(`${key.slice('xmlns:'.length)}:`);
    if (isOfEditor ? !EDITORS_SPACES.test(value) : /2000\/svg|xhtml/i.test(value))
      return 'it renames its elements';
  }
  if (/^on/.test(key)) return `it holds the attribute ${key.slice(0, 40)}`;
  const isAddress = /(^|:)href$/.test(key) || key === 'src';
  const isHarmless = /^(#|https?:\/\/|data:image\/(png|jpe?g|gif|webp);)/i.test(value.trim());
  return isAddress && !isHarmless ? 'it holds an address that could run code' : null;
}
