/**
 * Attacks on a page by way of a note's HTML, made by combining what runs a script with how it is spelled and where it
 * stands. For tests only. `run` makes the script of the vector with that number; it holds no quotes, spaces or `<`.
 */

export interface Vector {
  readonly family: string;
  readonly html: string;
}

type Make = (run: string) => string;

const entities: Make = (run) => [...run].map((character) => `&#${character.charCodeAt(0)};`).join('');
const hexEntities: Make = (run) =>
  [...run].map((character) => `&#x${character.charCodeAt(0).toString(16)}`).join('');

const SCRIPTS: readonly Make[] = [
  ...[
    '<script>',
    '<SCRIPT>',
    '<ScRiPt>',
    '<script >',
    '<script/x>',
    '<script\t>',
    '<script\n>',
    '<script\f>',
  ].map(
    (open): Make =>
      (run) =>
        `${open}${run}</script>`,
  ),
  ...[
    'type=module',
    'type="text/javascript"',
    'type=""',
    'x=">"',
    "x='>'",
    'async defer',
    'nonce=x',
    '"',
  ].map(
    (attribute): Make =>
      (run) =>
        `<script ${attribute}>${run}</script>`,
  ),
  ...['</script >', '</script/>', '</script\n>', '</SCRIPT x>', ''].map(
    (close): Make =>
      (run) =>
        `<script>${run}//\n${close}`,
  ),
  (run) => `<script src="data:text/javascript,${run}"></script>`,
  (run) => `<script src=data:,${run}></script>`,
  (run) => `<script><!--\n${run}\n--></script>`,
  (run) => `<script>/*<![CDATA[*/${run}/*]]>*/</script>`,
  (run) => `<<script>${run}//<</script>`,
  (run) => `<scr<script>ipt>${run}</scr</script>ipt>`,
  (run) => `<scr<script></script>ipt>${run}</script>`,
  (run) => `<script\0>${run}</script>`,
  (run) => `<\0script>${run}</script>`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><script>${entities(run)}</script></svg>`,
  (run) => `<svg><script href="data:text/javascript,${run}"/></svg>`,
  (run) => `<svg><script xlink:href="data:text/javascript,${run}"></script></svg>`,
  (run) => `<svg:script>${run}</svg:script>`,
  (run) => `<math><script>${run}</script></math>`,
  (run) => `<template><script>${run}</script></template>`,
  (run) => `<div><template shadowrootmode=open><script>${run}</script></template></div>`,
];

/** Elements that fire by themselves: what stands before the handler's attribute, its event, what follows the tag. */
const SELF_FIRING: readonly (readonly [open: string, event: string, rest: string])[] = [
  ['img src=x', 'error', ''],
  ['img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="', 'load', ''],
  ['image src=x', 'error', ''],
  ['input type=image src=x', 'error', ''],
  ['video src=x', 'error', '</video>'],
  ['video><source src=x', 'error', '</video>'],
  ['audio src=x', 'error', '</audio>'],
  ['audio><source', 'error', '</audio>'],
  ['picture><source srcset=x><img src=x', 'error', '</picture>'],
  ['svg', 'load', '</svg>'],
  ['svg><image href=x', 'error', '</svg>'],
  ['svg><animate attributeName=x dur=1s', 'begin', '</svg>'],
  ['svg><set attributeName=x dur=1s', 'begin', '</svg>'],
  ['body', 'load', ''],
  ['body', 'pageshow', ''],
  ['iframe', 'load', '</iframe>'],
  ['object data=x', 'error', '</object>'],
  ['embed src=x', 'load', ''],
  ['link rel=stylesheet href=x', 'error', ''],
  ['style', 'load', '</style>'],
  ['script src=x', 'error', '</script>'],
  ['details open', 'toggle', '<summary>x</summary></details>'],
  ['marquee', 'start', 'x</marquee>'],
  ['input autofocus', 'focus', ''],
  ['textarea autofocus', 'focus', '</textarea>'],
  ['select autofocus', 'focus', '</select>'],
  ['button autofocus', 'focus', 'x</button>'],
  ['a href=# autofocus', 'focus', 'x</a>'],
  ['p tabindex=0 autofocus', 'focus', 'x</p>'],
  ['div contenteditable autofocus', 'focus', 'x</div>'],
  ['style>@keyframes k{}</style><b style="animation:k 1ms"', 'animationstart', 'x</b>'],
];

/** Ways to write an attribute. */
const SPELLINGS: readonly ((open: string, event: string, run: string) => string)[] = [
  (open, event, run) => `<${open} on${event}="${run}">`,
  (open, event, run) => `<${open} on${event}='${run}'>`,
  (open, event, run) => `<${open} on${event}=${run}>`,
  (open, event, run) => `<${open} ON${event.toUpperCase()}=${run}>`,
  (open, event, run) => `<${open}\non${event}\t=\n"${run}">`,
  (open, event, run) => `<${open} on${event}="${entities(run)}">`,
  (open, event, run) => `<${open} on${event}=${hexEntities(run)}>`,
  (open, event, run) => `<${open.replaceAll(' ', '/')}/on${event}=${run}>`,
  (open, event, run) => `<${open}\fx=">"on${event}="${run}">`,
  (open, event, run) => `<${open} title='"' on${event}=${run} x="">`,
  (open, event, run) => `<${open} on${event}=${run} on${event}=2>`,
];

const EVENTS =
  'click dblclick auxclick contextmenu mouseover mouseenter mousemove mousedown mouseup mouseout wheel focus focusin blur ' +
  'focusout keydown keyup keypress input beforeinput change select submit reset copy cut paste drag dragstart dragover drop ' +
  'pointerdown pointerover pointerenter touchstart touchend scroll toggle animationend transitionend load error';

/** Spellings of an address that runs. */
const ADDRESSES: readonly Make[] = [
  (run) => `javascript:${run}`,
  (run) => `JaVaScRiPt:${run}`,
  (run) => ` javascript:${run}`,
  (run) => `\u0001javascript:${run}`,
  (run) => `&#1;javascript:${run}`,
  (run) => `&#32;&#9;javascript:${run}`,
  (run) => `java\tscript:${run}`,
  (run) => `java\nscript:${run}`,
  (run) => `java\r\nscript:${run}`,
  (run) => `java&Tab;script:${run}`,
  (run) => `java&NewLine;script:${run}`,
  (run) => `java&#x09;script:${run}`,
  (run) => `java&#10script:${run}`,
  (run) => `javascript&colon;${run}`,
  (run) => `javascript&#58;${run}`,
  (run) => `javascript&#x3A${run}`,
  (run) => `javascript\t:${run}`,
  (run) => `&#106;avascript:${run}`,
  (run) => `&#0000106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58;${entities(run)}`,
  (run) => hexEntities(`javascript:${run}`),
  (run) => `javascript://x%0A${run}`,
  (run) => `javascript://x/?a=//%0d${run}`,
  (run) => `javascript:/*x*/${run}`,
  (run) => `javascript:void(${run})`,
  (run) => `javascript:%74%6f%70${run.slice(3)}`,
  (run) => `vbscript:${run}`,
  (run) => `data:text/html,&lt;script&gt;${run}&lt;/script&gt;`,
  (run) => `data:image/svg+xml,&lt;svg onload=${run} xmlns=&quot;http://www.w3.org/2000/svg&quot;&gt;`,
  (run) => `feed:javascript:${run}`,
  (run) => `view-source:javascript:${run}`,
  (run) => `blob:javascript:${run}`,
  (run) => `jar:javascript:${run}`,
  (run) => `relative:javascript:${run}`,
];

/** Where an address is followed, some only after a click. */
const SINKS: readonly ((address: string) => string)[] = [
  (address) => `<a href="${address}">x</a>`,
  (address) => `<map name=m><area shape=default href="${address}"></map><img usemap=#m src=x>`,
  (address) => `<form action="${address}"><input type=submit></form>`,
  (address) => `<form><button formaction="${address}">x</button></form>`,
  (address) => `<form><input type=image src=x formaction="${address}"></form>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<object data="${address}"></object>`,
  (address) => `<embed src="${address}">`,
  (address) => `<svg><a href="${address}"><text y=9>x</text></a></svg>`,
  (address) => `<svg><a xlink:href="${address}"><text y=9>x</text></a></svg>`,
  (address) => `<svg><a><animate attributeName=href values="${address}" /><text y=9>x</text></a></svg>`,
  (address) => `<math><mtext href="${address}">x</mtext></math>`,
  (address) => `<meta http-equiv=refresh content="0;url=${address}">`,
  (address) => `<link rel=stylesheet href="${address}">`,
  (address) => `<video poster="${address}" src="${address}"></video>`,
  (address) => `<img src="${address}" srcset="${address}" longdesc="${address}">`,
];

/** Places where a browser and a sanitiser may disagree on what is text and what is a tag. */
const CONTEXTS: readonly ((html: string) => string)[] = [
  ...['p', 'blockquote', 'li', 'td', 'summary', 'figcaption', 'dd', 'ruby', 'code', 'pre'].map(
    (tag) => (html: string) => `<${tag}>${html}</${tag}>`,
  ),
  ...[
    'title',
    'textarea',
    'style',
    'xmp',
    'noscript',
    'noembed',
    'noframes',
    'iframe',
    'script',
    'template',
  ].flatMap((tag) => [
    (html: string) => `<${tag}></${tag}>${html}`,
    (html: string) => `<${tag}><a title="</${tag}>${html}">`,
    (html: string) => `<svg><${tag}><a title="</${tag}>${html}"></svg>`,
  ]),
  ...[
    'svg',
    'svg><desc',
    'svg><title',
    'svg><foreignObject',
    'svg><style',
    'math',
    'math><mtext',
    'math><mglyph',
  ].map((tag) => (html: string) => `<${tag}>${html}`),
  ...[
    'math><annotation-xml encoding="text/html"',
    'table',
    'table><tr',
    'select',
    'select><option',
    'frameset',
    'form',
  ].map((tag) => (html: string) => `<${tag}>${html}`),
  ...[
    '<!-->',
    '<!--->',
    '<!-- --!>',
    '<!-- x -- >-->',
    '<!-',
    '<!x>',
    '<?x>',
    '</ x>',
    '<![CDATA[>',
    '<!--[if x]>',
  ].map((open) => (html: string) => `${open}${html}`),
  (html) => `<svg><![CDATA[><b>]]>${html}`,
  (html) => `<svg></p><style><a title="</style>${html}">`,
  (html) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${html.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}">`,
  (html) => `<form><math><mtext></form><form><mglyph><style></math>${html}`,
  (html) => `<math><mtext><mglyph><svg><mtext><textarea><path id="</textarea>${html}">`,
  (html) => `<svg><style><!--</style>${html}-->`,
  (html) => `<math><mi><table><mi><style><a title="</style>${html}">`,
  (html) => `<p><b><table><td><a><svg><desc>${html}`,
  (html) => `<a title="x&quot;>${html}">`,
  (html) => `<a title='x">${html}'>`,
  (html) => `<b x="\`'"></b>${html}`,
  (html) => `<img alt="<x" title=/${html}>`,
  (html) => `<x:y>${html}</x:y>`,
  (html) => `<p/><div/${html}`,
];

const PAYLOADS: readonly Make[] = [
  (run) => `<script>${run}</script>`,
  (run) => `<img src=x onerror=${run}>`,
  (run) => `<svg onload=${run}>`,
  (run) => `<a href=javascript:${run}>x</a>`,
  (run) => `<iframe srcdoc="&lt;script&gt;${run}&lt;/script&gt;"></iframe>`,
];

const STYLES: readonly Make[] = [
  ...['expression(RUN)', 'url(javascript:RUN)', 'exp/**/ression(RUN)', '\\65xpression(RUN)'].flatMap(
    (value): Make[] => [
      (run) => `<b style="width:${value.replace('RUN', run)}">x</b>`,
      (run) => `<b style=background:${value.replace('RUN', run)}>x</b>`,
      (run) => `<style>b{background:${value.replace('RUN', run)}}</style>`,
    ],
  ),
  (run) => `<style>@import 'javascript:${run}';</style>`,
  (run) => `<b style="-moz-binding:url(data:text/xml,${run})">x</b>`,
  (run) => `<b style="behavior:url(#default#time2)" onbegin=${run}>x</b>`,
  (run) => `<style></style><img src=x onerror=${run}><style></style>`,
];

/** What a browser loads by itself from `host`, without any script. */
export function requestVectors(host: string): Vector[] {
  const make = (html: string): Vector => ({ family: 'request', html: html.replaceAll('HOST', host) });
  const addresses = [
    'http://HOST/x',
    '//HOST/x',
    '\\\\HOST/x',
    '/\\HOST/x',
    'ht\ntp://HOST/x',
    ' //HOST/x',
    'http:HOST/x',
  ];
  return [
    ...addresses.flatMap((address) => [
      `<img src="${address}">`,
      `<img srcset="${address} 2x">`,
      `<picture><source srcset="${address}"><img></picture>`,
      `<video src="${address}" autoplay></video>`,
      `<video poster="${address}"></video>`,
      `<video><source src="${address}"></video>`,
      `<audio src="${address}" preload=auto></audio>`,
      `<video><track default src="${address}"></video>`,
      `<iframe src="${address}"></iframe>`,
      `<embed src="${address}"><object data="${address}"></object>`,
      `<link rel=stylesheet href="${address}"><link rel=preload as=image href="${address}">`,
      `<link rel=prefetch href="${address}"><link rel=icon href="${address}">`,
      `<svg><image href="${address}"/><use href="${address}#x"/></svg>`,
      `<svg><image xlink:href="${address}"/></svg><input type=image src="${address}">`,
      `<table background="${address}"><td background="${address}">x`,
      `<b style="background:url('${address}')">x</b><style>@import '${address}';</style>`,
      `<meta http-equiv=refresh content="0;url=${address}"><base href="${address}"><img src=y>`,
      `<script src="${address}"></script><frameset><frame src="${address}">`,
    ]),
  ].map(make);
}

/** All vectors whose purpose is to run a script, in a fixed order. */
export function scriptVectors(run: (id: number) => string): Vector[] {
  const made: { readonly family: string; readonly make: Make }[] = [];
  const add = (family: string, ...makes: readonly Make[]): void => {
    for (const make of makes) made.push({ family, make });
  };
  add('script', ...SCRIPTS);
  for (const [open, event, rest] of SELF_FIRING) {
    for (const spell of SPELLINGS) add('handler', (code) => spell(open, event, code) + rest);
  }
  for (const event of EVENTS.split(' ')) {
    for (const tag of ['p', 'a', 'x-y'])
      add('event', (code) => `<${tag} tabindex=0 on${event}=${code}>x</${tag}>`);
  }
  for (const address of ADDRESSES) {
    for (const sink of SINKS) add('address', (code) => sink(address(code)));
  }
  for (const context of CONTEXTS) {
    for (const payload of PAYLOADS) add('context', (code) => context(payload(code)));
  }
  add('style', ...STYLES);
  return made.map(({ family, make }, id) => ({ family, html: make(run(id)) }));
}

/** Markdown whose HTML would run something, where a renderer lets any address and raw HTML through. */
export function markdownVectors(run: (id: number) => string): Vector[] {
  const texts: Make[] = [
    ...ADDRESSES.flatMap((address): Make[] => [
      (code) => `[x](<${address(code)}>)`,
      (code) => `![x](<${address(code)}>)`,
      (code) => `[x][y]\n\n[y]: <${address(code)}> "z"`,
    ]),
    (code) => `<javascript:${code}>`,
    (code) => `[x](x "\\"onmouseover=${code}")`,
    (code) => `![x" onerror="${code}](x)`,
    (code) => `[<img src=x onerror=${code}>](x)`,
    (code) => `\`\`\`x" onload="${code}\ny\n\`\`\``,
    (code) => `| <img src=x onerror=${code}> |\n| - |\n| <script>${code}</script> |`,
    (code) => `# <svg onload=${code}>`,
    (code) => `> - <details open ontoggle=${code}>`,
    (code) => `[x]: x\n[^1]: <img src=x onerror=${code}>\n\n[^1]`,
    (code) => `&lt;img src=x onerror=${code}&gt;`,
    (code) => `\\<img src=x onerror=${code}\\>`,
    (code) => `<div\n\n<script>${code}</script>`,
    (code) => `<!--\n\n--><img src=x onerror=${code}>`,
  ];
  return texts.map((make, id) => ({ family: 'markdown', html: make(run(id)) }));
}
