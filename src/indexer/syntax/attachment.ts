/** What a browser shows or saves, and never runs. Another name with a dot, such as "Node.js", is a note's. */
export const ATTACHMENT =
  /\.(png|jpe?g|gif|webp|avif|svg|bmp|ico|pdf|txt|csv|tsv|json|bib|zip|gz|epub|docx?|xlsx?|pptx?|odt|ods|odp|mp3|ogg|oga|opus|wav|flac|m4a|mp4|webm|ogv|mov)$/i;

const PICTURE = /\.(png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;
const AUDIO = /\.(mp3|ogg|oga|opus|wav|flac|m4a)$/i;
const VIDEO = /\.(mp4|webm|ogv|mov)$/i;

/** As what an embed shows a file; most are links. */
export function shownAs(name: string): 'picture' | 'audio' | 'video' | 'file' {
  if (PICTURE.test(name)) return 'picture';
  if (AUDIO.test(name)) return 'audio';
  return VIDEO.test(name) ? 'video' : 'file';
}
