/** The explorer's page: mounts the app over what the page holds already. */
import { mount } from 'svelte';
import App from './client/App.svelte';

// This file stands one folder below the site's root, in the build (`assets/`) as in development (`src/`).
const here = import.meta.url;
const root = new URL('../', here);
root.search = '';

// Relative, the icon's address would follow each note that is opened.
for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]'))
  icon.setAttribute('href', icon.href);

// To read the scripts and to build the page are a task each: together they would block it.
setTimeout(() => mount(App, { target: document.body, props: { root } }));
