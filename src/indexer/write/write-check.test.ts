import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeBox, NEW, site, textsOf } from './write-sample.ts';
import { prepareOutput, writeSite } from './write.ts';

let box: string;
let out: string;

beforeEach(() => {
  const made = makeBox();
  ({ box, out } = made);
  return made.remove;
});

describe('an output folder', () => {
  it('that holds other files is refused, and they stay', () => {
    mkdirSync(out);
    for (const name of ['letter.txt', 'photo.jpg', 'x', 'y']) writeFileSync(join(out, name), 'mine');
    expect(() => prepareOutput(out)).toThrow(
      /"letter.txt", "photo.jpg", "x" and 1 more .* not written by Hearthmap/s,
    );
    expect(readdirSync(out)).toHaveLength(4);
  });

  it('that holds the notes, is the notes or the present folder is refused', () => {
    mkdirSync(join(out, 'content'), { recursive: true });
    expect(() => prepareOutput(out, [join(out, 'content')])).toThrow('holds the notes');
    expect(() => prepareOutput(out, [out])).toThrow('holds the notes');
    symlinkSync(out, join(box, 'alias'));
    expect(() => prepareOutput(join(box, 'alias'), [join(out, 'content')])).toThrow('holds the notes');
    expect(() => prepareOutput(process.cwd())).toThrow('holds the folder you are in');
    expect(() => prepareOutput('/')).toThrow();
  });

  it('inside the notes or beside them with a like name is allowed', () => {
    mkdirSync(join(box, 'notes'));
    prepareOutput(join(box, 'notes', 'dist'), [join(box, 'notes')]);
    prepareOutput(join(box, 'note'), [join(box, 'notes')]);
  });

  it('that is empty or missing is taken', async () => {
    mkdirSync(out);
    await writeSite(site(NEW), out);
    expect(textsOf(out)).toEqual(NEW);
    await writeSite(site(NEW), join(box, 'far/away/dist'));
    expect(textsOf(join(box, 'far/away/dist'))).toEqual(NEW);
  });

  it('that is a file or below one is refused', async () => {
    writeFileSync(out, 'a file');
    expect(() => prepareOutput(out)).toThrow('is a file');
    await expect(writeSite(site(NEW), join(out, 'site'))).rejects.toThrow(
      'a file stands where a folder is needed',
    );
    expect(readFileSync(out, 'utf8')).toBe('a file');
  });
});
