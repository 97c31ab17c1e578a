/** The page in the frame of `<hearth-map>`, by itself and small: see `client/embed`. */
import './client/embed/page.css';
import { startPage } from './client/embed/start-page.ts';

// This file stands one folder below the site's root, in the build (`assets/`) as in development (`src/`).
const here = import.meta.url;
const root = new URL('../', here);
root.search = '';

void startPage(root);
