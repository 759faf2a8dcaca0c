import { looksLikeMarkup } from './polyglot.ts';

/** Controls that a text has: tab, line feed, form feed, return. */
const printable: ReadonlySet<number> = new Set([9, 10, 12, 13]);
/** What windows-1252 leaves without a character. */
const undefinedInWindows = /[\x81\x8d\x8f\x90\x9d]/;
/** Programs and rich texts that open by their first line. */
const runs = /^\s*(?:#!|@echo\b|\{\\rtf|%!|\[InternetShortcut\]|MIME-Version:)/i;
const HEAD = 1_024;

/** Whether these bytes are a text that no program would run or show as a page: UTF-8, UTF-16 with its mark, or windows-1252. */
export function isText(bytes: Buffer): boolean {
  if (bytes.length < 2) return false;
  const text = decoded(bytes);
  if (text === null || hasControls(text)) return false;
  const head = text.slice(0, HEAD);
  return !looksLikeMarkup(head) && !runs.test(head);
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 127 || (code < 32 && !printable.has(code))) return true;
  }
  return false;
}

function decoded(bytes: Buffer): string | null {
  const mark = bytes.toString('latin1', 0, 2);
  if (mark === '\xff\xfe') return decodedAs('utf-16le', bytes);
  if (mark === '\xfe\xff') return decodedAs('utf-16be', bytes);
  const text = decodedAs('utf-8', bytes);
  if (text !== null) return text;
  const latin = bytes.toString('latin1');
  return undefinedInWindows.test(latin) ? null : latin;
}

function decodedAs(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
