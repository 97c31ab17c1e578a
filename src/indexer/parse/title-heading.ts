/** The heading that opens a note: it stands for its title, so it is shown once. */
import { PAGE_CLASS } from '../../contract/page-class.ts';

/** Before it there may be lines of tags, whose links are holes or have been filled. */
const OPENING = new RegExp(
  `^((?:\\s|<p>(?:\\s|<br />|<a (?:class="${PAGE_CLASS.tag}" )?href="[^"]*">#[^<]*</a>)*</p>)*)(<h1(?: [^>]*)?>(?!</h1>)[\\s\\S]*?</h1>)`,
);

export interface TitleHeading {
  readonly heading: string;
  /** All the rest. */
  readonly body: string;
}

/** Null where the text opens with something else. @param html sanitised */
export function titleHeading(html: string): TitleHeading | null {
  const found = OPENING.exec(html);
  if (found === null) return null;
  return { heading: found[2]!, body: found[1]! + html.slice(found[0].length) };
}
