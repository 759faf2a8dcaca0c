/** Memory of pages that have been written out, for the next document: allocating it anew costs a tenth of a document. */
const spare: Uint8Array[] = [];
const mostSpare = 16;
const largestSpare = 262_144;

/**
 * Bytes that grow. A page is some ten thousand tiny strings: joined as strings they cost more to flatten at the end than
 * to copy here, character by character, as they come.
 */
export class ByteWriter {
  private bytes = spare.pop() ?? new Uint8Array(16_384);
  private length = 0;

  /** `text` holds bytes: one per UTF-16 unit (Latin-1). */
  write(text: string): void {
    const end = this.length + text.length;
    if (end > this.bytes.length) this.grow(end);
    const { bytes } = this;
    let position = this.length;
    for (let index = 0; index < text.length; index += 1) {
      bytes[position] = text.charCodeAt(index);
      position += 1;
    }
    this.length = end;
  }

  append(bytes: Uint8Array): void {
    const end = this.length + bytes.length;
    if (end > this.bytes.length) this.grow(end);
    this.bytes.set(bytes, this.length);
    this.length = end;
  }

  get size(): number {
    return this.length;
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** The writer is empty afterwards, and what `written` gave must not be used any more. */
  release(): void {
    if (spare.length < mostSpare && this.bytes.length <= largestSpare) spare.push(this.bytes);
    this.bytes = new Uint8Array(0);
    this.length = 0;
  }
}
