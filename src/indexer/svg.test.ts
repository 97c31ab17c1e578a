import { describe, expect, test } from 'vitest';
import { svgProblem } from './svg.ts';

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
    expect(svgProblem('<!DOCTYPE svg [<!ENTITY x "<script/>">]><svg>&x;</svg>')).toMatch(/entities/);
    expect(svgProblem('<?xml-stylesheet href="x.xsl" type="text/xsl"?><svg/>')).toMatch(/style sheet/);
  });
});
