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

/** @returns what is wrong in words, or null where nothing can run */
export function svgProblem(source: string): string | null {
  let problem: string | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.replace(/^svg:/, '');
        // Editors' own elements (sodipodi, inkscape, rdf) draw nothing.
        if (!DRAWING.has(local) && !/^(sodipodi|inkscape|rdf|cc|dc|sketch):/.test(local)) {
          problem ??= `it holds <${name.slice(0, 40)}>`;
        }
        for (const [key, value] of Object.entries(attributes)) {
          // A prefix for editors' elements could be bound to what draws and runs.
          if (/^xmlns:(?!svg$)/.test(key) && /2000\/svg|xhtml/i.test(value))
            problem ??= 'it renames its elements';
          if (/^on/.test(key)) problem ??= `it holds the attribute ${key.slice(0, 40)}`;
          const isAddress = /(^|:)href$/.test(key) || key === 'src';
          if (isAddress && !/^(#|https?:\/\/|data:image\/(png|jpe?g|gif|webp);)/i.test(value.trim())) {
            problem ??= 'it holds an address that could run code';
          }
        }
      },
      onprocessinginstruction(name, data) {
        if (/^!doctype/i.test(name) && data.includes('[')) problem ??= 'it declares entities';
        if (/^\?xml-stylesheet/i.test(name)) problem ??= 'it loads a style sheet';
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(source);
  return problem;
}
