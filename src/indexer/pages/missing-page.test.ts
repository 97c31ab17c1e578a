import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { missingPage } from './missing-page.ts';

const FRAME = { siteTitle: 'Hearth & <i>home</i>', language: 'en', url: null };

const hashOf = (html: string, tag: string): string => {
  const text = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(html)![1]!;
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
};
const policyOf = (html: string): string => /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;

describe('the page of what isn’t there', () => {
  it('allows its own style and script by their hashes, and asks its own host alone', () => {
    const html = missingPage(FRAME);
    expect(policyOf(html)).toContain(`style-src ${hashOf(html, 'style')}`);
    expect(policyOf(html)).toContain(`script-src ${hashOf(html, 'script')}`);
    expect(policyOf(html)).toContain("default-src 'none'");
    expect(policyOf(html)).toContain("connect-src 'self'");
    expect(policyOf(html)).toContain("img-src 'self'");
    expect(html).toContain('Hearth &amp; &lt;i&gt;home&lt;/i&gt;');
    expect(html).not.toContain('<i>');
  });

  it('is the same under any path: it names no file, and says in words what to do', () => {
    const html = missingPage(FRAME);
    expect(html).not.toMatch(/ (?:href|src)=/);
    expect(html).toMatch(/<p id="way">Go back, or shorten the address/);
  });

  it('leads home without a script where the site’s address is known', () => {
    const html = missingPage({ ...FRAME, url: 'https://a.example/map/' });
    expect(html).toContain('<a href="https://a.example/map/">');
    expect(html).toContain('<a href="https://a.example/map/notes/">');
    expect(html).not.toContain('<script');
    expect(policyOf(html)).not.toContain('script-src');
  });
});
