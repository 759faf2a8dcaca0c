import { Found } from './threats.ts';

/** What a web page or a script begins with. Readers look at the first thousand bytes of a file they don't know. */
const markup = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta|style|\?(?:php|xml))/i;

/** Whether a browser could take the first bytes for a page. */
export function looksLikeMarkup(head: string): boolean {
  return markup.test(head);
}

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const DIRECTORY = Buffer.from('PK\x01\x02', 'latin1');
/** The end of a zip directory with its longest comment. */
const TAIL = 22 + 65_535;

/**
 * Whether the file opens as a zip archive too: unpackers read from the end. A directory must be where its end says; in chance bytes it is not.
 * `excepted` are places where an archive is allowed, such as an attachment that is judged by itself.
 */
function endsAsArchive(bytes: Buffer, excepted: (at: number) => boolean = () => false): boolean {
  const from = Math.max(0, bytes.length - TAIL);
  for (let at = bytes.indexOf(END_OF_DIRECTORY, from); at >= 0; at = bytes.indexOf(END_OF_DIRECTORY, at + 1)) {
    if (at + 22 > bytes.length) return false;
    const directory = at - bytes.readUInt32LE(at + 12);
    const isDirectory = directory >= 0 && bytes.subarray(directory, directory + 4).equals(DIRECTORY);
    const isEmpty = bytes.readUInt16LE(at + 10) === 0;
    const closesTheFile = at + 22 + bytes.readUInt16LE(at + 20) === bytes.length;
    if ((isDirectory || isEmpty) && (closesTheFile || !excepted(at))) return true;
  }
  return false;
}

/** Formats that are recognised by what stands far from the beginning. */
const elsewhere = [
  { at: 257, magic: 'ustar' },
  { at: 0x8001, magic: 'CD001' },
] as const;

/** Stops a file that another program would take for another kind. `excepted`: places where an archive is expected. */
export function refusePolyglot(bytes: Buffer, excepted?: (at: number) => boolean): void {
  const other = elsewhere.some(({ at, magic }) => bytes.toString('latin1', at, at + magic.length) === magic);
  if (other || endsAsArchive(bytes, excepted)) throw new Found('file-two-faced');
}
