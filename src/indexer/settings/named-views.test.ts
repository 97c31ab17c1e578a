import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { readConfiguration } from './configuration.ts';

afterAll(removeSampleFolders);

function read(files: Record<string, string>) {
  const { views, wikilinks, dollarMath, diagnostics } = readConfiguration(
    sampleFolder({ 'a.md': '', ...files }),
  );
  return { views, wikilinks, dollarMath, told: diagnostics.map(tell) };
}

function tell({
  file,
  line,
  column,
  message,
  suggestion,
}: ReturnType<typeof readConfiguration>['diagnostics'][number]) {
  return `${file}:${line}:${column} ${message} | ${suggestion}`;
}

const VIEWS = [
  {
    id: 'physics-maths',
    name: 'Physics & maths',
    address:
      'view=local&depth=2&hide=orphans%2Cghosts&also=tags%2Cattachments&tag=a&folder=posts&links=3&only=tag%3Aphysics+-draft&colour=groups' +
      '&group=rose%3Ahas%3Amath&group=green%3Aquark&follow=out',
    first: true,
  },
  { id: 'physics-maths-2', name: 'Physics, maths', address: '' },
  { id: 'all-2', name: 'All', address: 'colour=tag' },
];

const TOML = `
[[views]]
name = "Physics & maths"
first = true
only = "tag:physics -draft"
groups = [{ query = "has:math", colour = "rose" }, { query = "quark" }]
view = "local"
depth = 2
follow = "out"
hide = ["orphans", "ghosts"]
also = ["attachments", "tags"]
tag = "a"
folder = "posts"
links = 3
[[views]]
name = "Physics, maths"
[[views]]
name = "All"
colour = "tag"
`;

describe('the views that an author named', () => {
  test('come from a file beside the notes, in three forms', () => {
    expect(read({ 'hearthmap.toml': TOML })).toEqual({
      views: VIEWS,
      wikilinks: true,
      dollarMath: true,
      told: [],
    });
    const yaml = 'views:\n  - name: All\n    colour: tag\nwikilinks: false\n';
    expect(read({ 'hearthmap.yaml': yaml })).toMatchObject({
      views: [{ id: 'all-2', name: 'All', address: 'colour=tag' }],
      wikilinks: false,
      told: [],
    });
    expect(
      read({ 'hearthmap.json': '{ "Views": [{ "name": "All", "colour": "tag" }] }' }).views,
    ).toHaveLength(1);
  });

  test('keep vowel signs in their addresses, so that two names are two', () => {
    const views = read({ 'hearthmap.yaml': 'views:\n  - name: कि ताब\n  - name: की ताब\n' }).views;
    expect(views.map(({ id }) => id)).toEqual(['कि-ताब', 'की-ताब']);
  });

  test('come from the configuration of a Hugo blog, and the file beside it has the last word', () => {
    const hugo = `[params.hearthmap]\nwikilinks = true\ndollarMath = true\n[[params.hearthmap.views]]\nname = "Hugo"\nonly = "has:x"`;
    const files = { 'config.toml': hugo, 'content/a.md': '' };
    expect(read(files)).toMatchObject({
      views: [{ id: 'hugo' }],
      wikilinks: true,
      told: [
        '../config.toml:6:9 the view "Hugo" has a query that can\'t be meant so: I don\'t know “has:x”. I know has:math, has:code, has:picture, has:table, has:task, has:footnote and has:tag. | Mend "has:x".',
      ],
    });
    const both = read({ ...files, 'hearthmap.toml': 'wikilinks = false\nviews = [{ name = "Own" }]' });
    expect(both).toMatchObject({ views: [{ id: 'own' }], wikilinks: false, dollarMath: true });
  });

  test.each([
    ['veiws = []', '1:1 has the setting "veiws", which Hearthmap doesn\'t know | Did you mean "views"?'],
    ['[[views]]\nonly = "a"', '1:3 has a view without a name | Give it a name, such as name = "Physics".'],
    [
      '[[views]]\nname = "A"\nonly = "a tilte:b"',
      '3:11 the view "A" has a query that can\'t be meant so: I don\'t know “tilte:”; did you mean “title:”? | Mend "a tilte:b".',
    ],
    [
      '[[views]]\nname = "A"\ncolor = "tag"',
      '3:1 the view "A" has "color", which no view has | Did you mean "colour"?',
    ],
    [
      '[[views]]\nname = "A"\ncolour = "red"',
      '3:11 the view "A" has "colour" set to "red" | Choose region, folder, tag, links, groups, age, changed.',
    ],
    [
      '[[views]]\nname = "A"\ndepth = 9',
      '3:1 the view "A" has a "depth" that is no number from 1 to 5 | Mend it.',
    ],
    [
      '[[views]]\nname = "A"\nhide = ["all"]',
      '3:10 the view "A" has "all" under "hide" | Choose orphans, ghosts.',
    ],
    [
      '[[views]]\nname = "A"\nalso = ["all"]',
      '3:10 the view "A" has "all" under "also" | Choose tags, attachments.',
    ],
    [
      '[[views]]\nname = "A"\ngroups = [{ colour = "blue" }]',
      '3:1 the view "A" has a group without a query | Write { query = "tag:physics", colour = "blue" }.',
    ],
    [
      '[[views]]\nname = "A"\nfirst = true\n[[views]]\nname = "B"\nfirst = true',
      '5:9 has more than one first view; "B" is not it | Keep one of them.',
    ],
    [
      '[[views]]\nname = "A"\nfirst = "yes"',
      '3:1 the view "A" has "first" set to "yes", which is neither true nor false | Write true or false.',
    ],
    [
      '[[views]]\nname = "A"\nfolder = ["posts"]',
      '3:1 the view "A" has "folder" set to a list, which is no text | Write it in quotation marks.',
    ],
    [
      '[[views]]\nname = "A"\ngroups = "tag:physics"',
      '3:1 the view "A" has "groups" set to "tag:physics", which is no list | Write [{ query = "tag:physics", colour = "blue" }].',
    ],
    [
      '[[views]]\nname = "A"\nhide = true',
      '3:1 the view "A" has "hide" set to true, which is no list of names | Write each name in quotation marks.',
    ],
    [
      'views = 3\nwikilinks = true',
      '1:1 has "views" that are no list | Write [[views]] with a name for each.',
    ],
  ])('that are wrong are told with their place: %j', (toml, told) => {
    expect(read({ 'hearthmap.toml': toml }).told).toEqual([`hearthmap.toml:${told}`]);
  });

  test('may be named beside the notes, where a folder only wraps them', () => {
    const site = sampleFolder({ 'README.md': '', 'content/a.md': '', 'content/hearthmap.toml': TOML });
    expect(readConfiguration(site).views).toHaveLength(3);
    writeFileSync(path.join(site, 'content/hearthmap.toml'), 'veiws = []');
    expect(readConfiguration(site).diagnostics.map(({ file }) => file)).toEqual(['hearthmap.toml']);
  });

  test('are none where the file is broken, and a second file is not read', () => {
    const broken = read({ 'hearthmap.toml': 'views = [', 'hearthmap.json': '{"views":[{"name":"A"}]}' });
    expect(broken.views).toEqual([]);
    expect(broken.told).toEqual([
      'hearthmap.json:1:1 is not read, since there is hearthmap.toml too | Keep one of them.',
      expect.stringMatching(/^hearthmap.toml:1:\d+ can't be read/),
    ]);
  });
});
