import { describe, expect, test } from 'vitest';
import { svgProblem as problemOf } from './svg.ts';

const svgProblem = (source: string | Uint8Array): string | null => problemOf(Buffer.from(source as string));

const around = (inner: string, attributes = ''): string =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inner}</svg>`;

describe('svgProblem', () => {
  test.each([
    '<path d="M0 0L9 9"/>',
    '<defs><marker id="m" orient="auto"><path d="M0 0"/></marker><linearGradient id="g"/></defs>',
    '<style>path { fill: red }</style><g><use href="#m"/></g>',
    '<a href="https://example.org/"><text>x</text></a>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<!-- <script> --><title>a &lt;script&gt;</title>',
    '<sodipodi:namedview/><metadata><rdf:RDF><cc:Work/></rdf:RDF></metadata>',
  ])('lets the drawing %j be', (inner) => expect(svgProblem(around(inner))).toBeNull());

  test.each([
    ['<script>alert(1)</script>', /<script>/],
    ['<SCRIPT/>', /<script>/],
    ['<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>', /script/],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', /x:script/],
    ['<style><script>alert(1)</script></style>', /<script>/],
    ['<path onclick="alert(1)"/>', /onclick/],
    ['<path ONLOAD="alert(1)"/>', /onload/],
    ['<a href="javascript:alert(1)"/>', /address/],
    ['<a xlink:href=" JaVaScRiPt:alert(1)"/>', /address/],
    ['<a href="java&#10;script:alert(1)"/>', /address/],
    ['<use href="data:image/svg+xml,x"/>', /address/],
    ['<foreignObject><p/></foreignObject>', /foreignobject/],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', /animate/],
    ['<set attributeName="onclick" to="x"/>', /set/],
    ['<iframe/>', /iframe/],
    ['<handler/>', /handler/],
    ['<sodipodi:script xmlns:sodipodi="http://www.w3.org/2000/svg"/>', /renames/],
    ['<cc:script xmlns:cc="http://www.w3.org/1999/xhtml"/>', /renames/],
  ])('refuses %j', (inner, problem) => expect(svgProblem(around(inner))).toMatch(problem));

  test('refuses what runs on the picture itself, entities and style sheets', () => {
    expect(svgProblem(around('', ' onload="alert(1)"'))).toMatch(/onload/);
    expect(svgProblem('<!DOCTYPE svg [<!ENTITY x "<script/>">]><svg/>')).toMatch(/entities/);
    expect(svgProblem('<?xml-stylesheet href="x.xsl" type="text/xsl"?><svg/>')).toMatch(/style sheet/);
  });

  test.each([
    ['<!DOCTYPE svg>', null],
    [
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
      null,
    ],
    [
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
      /DOCTYPE/,
    ],
    ['<!DOCTYPE svg SYSTEM "><!--" >', /DOCTYPE/],
    ['<!DOCTYPE html>', /DOCTYPE/],
  ])('of types of document, %j is seen as %j', (doctype, problem) => {
    const found = svgProblem(`${doctype}${around('<path d="M0 0"/>').replace(/^<\?.*\n/, '')}`);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });

  test('refuses entities that a browser may know and we don’t', () => {
    const space = 'http:&sol;&sol;www.w3.org&sol;2000&sol;svg';
    expect(svgProblem(around(`<sodipodi:script xmlns:sodipodi="${space}"/>`))).toMatch(/entity &sol;/);
    expect(svgProblem(around('<text>&nbsp;</text>'))).toMatch(/entity &nbsp;/);
    expect(svgProblem(around('<text>&amp;&#65;&#x41; a & b; c</text>'))).toBeNull();
  });

  test.each([
    ['sodipodi', 'http://www.w3.org/2000&#47;svg', false],
    ['sodipodi', 'urn:x', false],
    ['rdf', '', false],
    ['svg', 'http://www.w3.org/1999/xhtml', false],
    ['svg', 'http://www.w3.org/2000/svg', true],
    ['sodipodi', 'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd', true],
    ['inkscape', 'http://www.inkscape.org/namespaces/inkscape', true],
    ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', true],
    ['cc', 'http://web.resource.org/cc/', true],
    ['cc', 'http://creativecommons.org/ns#', true],
    ['dc', 'http://purl.org/dc/elements/1.1/', true],
    ['sketch', 'http://www.bohemiancoding.com/sketch/ns', true],
    ['xlink', 'http://www.w3.org/1999/xlink', true],
    ['serif', 'http://www.serif.com/', true],
  ])('whether the prefix %s may mean %j: %j', (prefix, space, may) =>
    expect(svgProblem(around('', ` xmlns:${prefix}="${space}"`)) === null).toBe(may),
  );

  test('refuses what has another language’s elements by default', () =>
    expect(svgProblem(around('<g xmlns="http://www.w3.org/1999/xhtml"/>'))).toMatch(/renames/));

  test('refuses what a browser may read in another encoding', () => {
    const said = (encoding: string): string => `<?xml version="1.0" encoding='${encoding}'?><svg/>`;
    expect(svgProblem(said('UTF-8'))).toBeNull();
    expect(svgProblem(said('ISO-2022-JP'))).toMatch(/ISO-2022-JP/);
    expect(svgProblem(said('utf-16'))).toMatch(/utf-16/);
    expect(svgProblem('<svg>\u001b$B<!-- \u001b(B</svg>')).toMatch(/control/);
    expect(svgProblem(Buffer.from('<svg/>', 'utf16le'))).toMatch(/control|utf-8/);
    expect(svgProblem(Buffer.from('<svg>\u00e4</svg>', 'latin1'))).toMatch(/utf-8/);
    const latin = '<?xml version="1.0" encoding="iso-8859-1"?><svg>\u00e4';
    expect(svgProblem(Buffer.from(`${latin}</svg>`, 'latin1'))).toBeNull();
    expect(svgProblem(Buffer.from(`${latin}<script/></svg>`, 'latin1'))).toMatch(/<script>/);
    expect(svgProblem(said('iso-8859-999'))).toMatch(/iso-8859-999/);
  });
});
