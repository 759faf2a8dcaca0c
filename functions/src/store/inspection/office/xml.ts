import { Found } from '../threats.ts';

/** Nested tables of a real document stay under 200. */
const DEEPEST = 500;
const [LESS, GREATER, SLASH, BANG, QUESTION] = [...'<>/!?'].map((character) => character.charCodeAt(0));
const [QUOTE, APOSTROPHE] = [34, 39];
/** What ends each construct that is not an element. */
const ends = new Map([
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
]);

/**
 * Watches the bytes of one XML part as they are inflated: no document type, no entity, no depth made to exhaust a reader. Zeros are skipped, so that
 * UTF-16 is read as well. Nothing is kept but a few bytes.
 */
export class XmlWatch {
  #depth = 0;
  #inside: 'text' | 'tag' | 'declaration' | 'quoted' = 'text';
  #until = '';
  #recent = '';
  #quote = 0;
  #previous = 0;

  watch(bytes: Buffer): void {
    for (const byte of bytes) if (byte !== 0) this.#step(byte);
  }

  #step(byte: number): void {
    if (this.#inside === 'text') {
      if (byte === LESS) this.#inside = 'tag';
    } else if (this.#inside === 'quoted') {
      if (byte === this.#quote) this.#inside = 'tag';
    } else if (this.#inside === 'declaration') this.#declaration(byte);
    else this.#tag(byte);
    this.#previous = byte;
  }

  #tag(byte: number): void {
    if (this.#previous === LESS) {
      if (byte === BANG || byte === QUESTION) {
        this.#inside = 'declaration';
        this.#recent = `<${String.fromCharCode(byte)}`;
        this.#until = byte === QUESTION ? '?>' : '';
        return;
      }
      this.#depth += byte === SLASH ? -1 : 1;
      if (this.#depth > DEEPEST) throw new Found('office-too-heavy');
    }
    if (byte === QUOTE || byte === APOSTROPHE) {
      this.#inside = 'quoted';
      this.#quote = byte;
    } else if (byte === GREATER) {
      if (this.#previous === SLASH) this.#depth -= 1;
      this.#inside = 'text';
    }
  }

  /** A comment, character data or an instruction goes on to its end; what begins with `<!D` or `<!E` is refused. */
  #declaration(byte: number): void {
    this.#recent = (this.#recent + String.fromCharCode(byte)).slice(-9);
    if (this.#until === '') {
      if (/^<!(?!-|\[)/.test(this.#recent)) throw new Found('office-broken');
      this.#until = ends.get(this.#recent) ?? '';
      if (this.#recent.length >= 9 && this.#until === '') throw new Found('office-broken');
      if (this.#until !== '') this.#recent = '';
    } else if (this.#recent.endsWith(this.#until)) this.#inside = 'text';
  }
}
