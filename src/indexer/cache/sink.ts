import { writeSync } from 'node:fs';
import { MOST_BYTES } from '../common/utf8.ts';

const ROOM = 1 << 18;

/** Writes many small things into an open file, through the same memory again and again. @throws what the file system says */
export class Sink {
  readonly #file: number;
  readonly #room = Buffer.allocUnsafeSlow(ROOM);
  #filled = 0;
  #written: number;

  /** @param file its descriptor; @param at where in the file the first byte goes */
  constructor(file: number, at = 0) {
    this.#file = file;
    this.#written = at;
  }

  /** Where in the file the next byte goes. */
  get end(): number {
    return this.#written + this.#filled;
  }

  /** @returns how many bytes it has as UTF-8 */
  text(text: string): number {
    const most = MOST_BYTES * text.length;
    if (most > ROOM) return this.bytes(Buffer.from(text));
    if (this.#filled + most > ROOM) this.flush();
    const length = this.#room.write(text, this.#filled);
    this.#filled += length;
    return length;
  }

  /** @returns how many they are */
  bytes(bytes: Uint8Array): number {
    if (this.#filled + bytes.length > ROOM) this.flush();
    if (bytes.length > ROOM) {
      this.#write(bytes);
    } else {
      this.#room.set(bytes, this.#filled);
      this.#filled += bytes.length;
    }
    return bytes.length;
  }

  flush(): void {
    this.#write(this.#room.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const length = writeSync(this.#file, bytes, at, bytes.length - at, this.#written);
      at += length;
      this.#written += length;
    }
  }
}
