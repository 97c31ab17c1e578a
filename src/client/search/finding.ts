/** What finds notes, loaded after the first picture or when the first thing is asked. */
export { Asking } from './asking.ts';
export { readRecent, withRecent } from './recent.ts';
export { startEngine } from './start-engine.ts';
export { Texts } from './texts.ts';
export { TitleSearch } from '../../search/title-hits.ts';
