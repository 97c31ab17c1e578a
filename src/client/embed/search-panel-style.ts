/** In the shadow of the element: no rule of the page reaches what is declared here, and `all` resets what is inherited but the direction. */
export const PANEL_STYLE = `
.panel {
  all: initial;
  display: block;
  position: absolute;
  z-index: var(--hearth-search-layer, 1000);
  box-sizing: border-box;
  overflow: auto;
  overscroll-behavior: contain;
  padding: 5.6px;
  font: 14px/1.45 var(--font);
  text-align: start;
  /* All but the notes' own words is English. */
  direction: ltr;
  color: var(--ink);
  color-scheme: var(--scheme);
  background: var(--paper);
  border: 1px solid var(--edge);
  border-radius: 10px;
  box-shadow: 0 10px 32px rgb(0 0 0 / 0.18);
}
.panel[hidden], .more[hidden] { display: none; }
.status { margin: 0; padding: 4.8px 10.4px; font-size: 13px; color: var(--muted); }
ol { margin: 0; padding: 0; list-style: none; }
.hit {
  display: grid;
  gap: 1.6px;
  box-sizing: border-box;
  width: 100%;
  padding: 8px 10.4px;
  font: inherit;
  text-align: start;
  text-decoration: none;
  color: inherit;
  background: none;
  border: 0;
  border-radius: 7px;
  cursor: pointer;
}
.hit:hover, .more:hover { background: var(--hover); }
:is(.hit, .more):focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; background: var(--hover); }
.title { font: 650 16px/1.3 var(--title); overflow-wrap: anywhere; }
.text {
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  color: var(--muted);
  overflow-wrap: anywhere;
}
.text:empty { min-height: 2.9em; }
.place { overflow: hidden; font-size: 12px; color: var(--muted); text-overflow: ellipsis; white-space: nowrap; }
.place:empty { display: none; }
/* Each as its own first letter runs. */
.title, .text, .place { unicode-bidi: plaintext; }
mark { color: var(--ink); background: var(--mark); border-radius: 2px; }
.more {
  display: block;
  margin-top: 4px;
  padding: 8px 10.4px;
  font-size: 13px;
  color: var(--accent);
  text-decoration: none;
  border-top: 1px solid var(--line);
}
@media (forced-colors: active) { .panel { border-color: CanvasText; } }
`;
