import { describe, expect, it } from 'vitest';
import type { Diagnostic, DiagnosticCode, Severity } from '../../contract/diagnostic.ts';
import { counted, duration, number, oneLine, size } from '../common/in-words.ts';
import type { Summary } from '../common/types.ts';
import { diagnosticLine, githubLine, newDiagnostics } from './summary-diagnostics.ts';
import { createProgress } from './summary-progress.ts';
import { foundText, writtenText } from './summary.ts';

const SUMMARY: Summary = {
  kind: 'hugo',
  title: 'A blog',
  contentFolder: 'content',
  notes: 1834,
  references: 8255,
  unresolved: 157,
  ghosts: 84,
  orphans: 1,
  leftOut: { drafts: 2, future: 1, expired: 0 },
  excluded: 0,
  otherLanguages: 0,
  stages: [],
};

function found(code: DiagnosticCode, severity: Severity, rest: Partial<Diagnostic> = {}): Diagnostic {
  return { code, severity, file: 'posts/a.md', line: 12, column: 4, message: 'no note "b"', ...rest };
}

describe('the summary', () => {
  it('says how many notes are of other languages', () => {
    expect(foundText({ ...SUMMARY, otherLanguages: 12 }, [], 'x')).toContain(
      '12 notes in other languages; params.hearthmap.language chooses which',
    );
  });

  it('says what was found, diagnostics by kind and the worst first', () => {
    const text = foundText(
      SUMMARY,
      [
        found('unknown-shortcode', 'info'),
        found('unresolved-reference', 'warning'),
        found('bad-front-matter', 'error'),
        ...Array<Diagnostic>(1000).fill(found('missing-anchor', 'warning')),
      ],
      'hearthmap check blog',
    );
    expect(text).toMatchInlineSnapshot(`
      "A blog: a Hugo site, notes in content

        1,834 notes, 1 of them an orphan
        8,255 references, 157 unresolved (84 ghosts)
        left out: 2 drafts, 1 future note; --drafts lets them in
        1,003 diagnostics; hearthmap check blog lists them with file and line
              1  bad-front-matter      error
          1,000  missing-anchor        warning
              1  unresolved-reference  warning
              1  unknown-shortcode     info"
    `);
  });

  it('is harmless where folders are named to do harm', () => {
    const text = foundText(
      { ...SUMMARY, contentFolder: 'no\x1b[31mtes\r' },
      [found('bad-math', 'warning')],
      'hearthmap check no\x1b[31mtes',
    );
    expect(text).toContain('notes in no [31mtes \n');
    expect(text).toContain('hearthmap check no [31mtes lists');
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    const written = { files: 1, changed: 1, bytes: 1 } as Parameters<typeof writtenText>[0];
    expect(writtenText(written, 'di\x1b[31mst', 1)).toContain('The site is in di [31mst (');
  });

  it('is glad where there is nothing to say', () => {
    const empty = { ...SUMMARY, notes: 1, leftOut: { drafts: 0, future: 0, expired: 0 } };
    expect(foundText(empty, [], 'check')).toContain('1 note, 1 of them an orphan\n');
    expect(foundText(empty, [], 'check')).toContain('no diagnostics');
    expect(foundText(empty, [], 'check')).not.toContain('left out');
  });

  it('tells what was written, and what of it is new', () => {
    const written = { folder: '/x', files: 4215, bytes: 38_200_000, changed: 12 };
    expect(writtenText(written, 'dist', 6412)).toContain('in dist (4,215 files, 38.2 MB; 12 changed; 6.4 s)');
    expect(writtenText({ ...written, changed: 0 }, 'dist', 80)).toContain('nothing has changed; 80 ms');
    expect(writtenText({ ...written, changed: 4215 }, 'dist', 80)).toContain('38.2 MB; 80 ms');
  });

  it.each([
    [number(999), '999'],
    [number(1_234_567), '1,234,567'],
    [counted(1, 'note'), '1 note'],
    [counted(0, 'note'), '0 notes'],
    [duration(59_940), '59.9 s'],
    [duration(61_500), '1 min 1 s'],
    [size(1), '1 byte'],
    [size(1536), '1.5 kB'],
  ])('writes %j', (text, expected) => expect(text).toBe(expected));

  it('lets no note write to the terminal', () => {
    expect(oneLine('a\x1b[31mred\nb\u202Ec\u2028d\x9bx')).toBe('a [31mred bc d x');
  });
});

describe('a diagnostic', () => {
  it('is one line with file, line, column, code and what to do', () => {
    const line = diagnosticLine(
      found('unresolved-reference', 'warning', { suggestion: 'did you mean "bee"?' }),
      'c/',
    );
    expect(line).toBe('c/posts/a.md:12:4 unresolved-reference no note "b"; did you mean "bee"?');
  });

  it('ends with a suggestion that may be a sentence of its own', () => {
    const line = diagnosticLine(
      found('missing-asset', 'warning', { message: 'no file "a"', suggestion: 'Put it there.' }),
    );
    expect(line).toBe('posts/a.md:12:4 missing-asset no file "a". Put it there.');
  });

  it('stays one line whatever is in its names', () => {
    expect(diagnosticLine(found('bad-math', 'warning', { file: 'a\nb.md', message: 'x\r\ny' }))).toBe(
      'a b.md:12:4 bad-math x y',
    );
  });

  it('names a file beside the content folder by its real path', () => {
    const beside = found('bad-configuration', 'error', { file: '../hugo.toml' });
    expect(diagnosticLine(beside, 'blog/content/')).toMatch(/^blog\/hugo\.toml:12:4 /);
    expect(diagnosticLine(beside)).toMatch(/^\.\.\/hugo\.toml:12:4 /);
    expect(githubLine(beside, '../blog/content/')).toContain('file=../blog/hugo.toml,');
  });

  it('is an annotation for GitHub, which nothing in it can end', () => {
    const line = githubLine(
      found('bad-math', 'error', { file: 'a,b:c.md', message: '50%\n::stop' }),
      'content/',
    );
    expect(line).toBe('::error file=content/a%2Cb%3Ac.md,line=12,col=4,title=bad-math::50%25%0A::stop');
    expect(githubLine(found('bad-math', 'info'))).toMatch(/^::notice /);
  });

  it('is new only if it was not there before, on whatever line', () => {
    const known = found('missing-anchor', 'warning');
    const moved = { ...known, line: 99 };
    const other = found('missing-anchor', 'warning', { file: 'posts/c.md' });
    expect(newDiagnostics([known], [moved, other])).toEqual([other]);
    expect(newDiagnostics([known], [known, moved])).toEqual([moved]);
    expect(newDiagnostics([known, moved], [known])).toEqual([]);
  });
});

describe('progress', () => {
  function run(isTTY: boolean): {
    say: (at: number, stage: string, done: number) => void;
    end: () => void;
    text: () => string;
  } {
    let time = 0;
    let text = '';
    const progress = createProgress({ isTTY, columns: 30, write: (part) => (text += part) }, () => time);
    return {
      say(at, stage, done) {
        time = at;
        progress.onProgress(stage, done, 2000);
      },
      end: progress.end,
      text: () => text,
    };
  }

  it('is silent for the first second', () => {
    const { say, end, text } = run(true);
    say(999, 'Reading', 5);
    end();
    expect(text()).toBe('');
  });

  it('draws one line of a terminal anew, no oftener than the eye needs, and clears it', () => {
    const { say, end, text } = run(true);
    say(1000, 'Reading', 1000);
    say(1010, 'Reading', 1001);
    say(1090, 'Setting the formulas of all notes', 1);
    end();
    expect(text()).toBe('\r\x1b[2KReading: 1,000 of 2,000\r\x1b[2KSetting the formulas of all n\r\x1b[2K');
  });

  it('writes a line a stage to a log, and now and then one more', () => {
    const { say, end, text } = run(false);
    say(1000, 'Reading', 1);
    say(5000, 'Reading', 2);
    say(12_000, 'Reading', 3);
    say(12_001, 'Parsing', 1);
    end();
    say(30_000, 'Reading', 1);
    expect(text()).toBe('Reading: 1 of 2,000\nReading: 3 of 2,000\nParsing: 1 of 2,000\n');
  });
});
