import { describe, expect, it } from 'vitest';
import { acceptedTypes, fileTypes } from '../../domain/dossiers/file-types.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { inspect } from './inspect.ts';
import { excel, openDocument, openXml, powerpoint, word } from './testing/made-archive.ts';
import { madeHeic, madeJpeg, madePng, madeWebp } from './testing/made-image.ts';
import { madePdf } from './testing/made-pdf.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const types = { ...fileTypes } as const;

const accepted = {
  pdf: madePdf(),
  word: openXml(word),
  excel: openXml(excel),
  powerpoint: openXml(powerpoint),
  writer: openDocument('text'),
  calc: openDocument('spreadsheet'),
  impress: openDocument('presentation'),
  text: Buffer.from('Désignation;Prix\nPétrin;1 200 €\n'),
  jpeg: madeJpeg(),
  png: madePng(),
  webp: madeWebp(),
  heic: madeHeic(),
} as const satisfies Record<keyof typeof fileTypes, Buffer>;

async function verdict(content: Uint8Array, binding: boolean): Promise<string> {
  const judged = await inspect(content, binding);
  return isRefusal(judged) ? judged.code : judged.contentType;
}

describe('the type of a deposit is what its bytes are', () => {
  it.each(acceptedTypes.working)('%s is a working document', async (name) => {
    expect(await verdict(accepted[name], false)).toBe(types[name].contentType);
  });

  it.each(acceptedTypes.working.filter((name) => name !== 'pdf'))('%s does not bind: only a PDF does', async (name) => {
    expect([await verdict(accepted[name], true), await verdict(accepted.pdf, true)]).toEqual([
      'file-not-pdf',
      'application/pdf',
    ]);
  });

  it.each([
    ['a program', bytes('MZ\x90\x00\x03\x00\x00\x00')],
    ['HTML', bytes('<!doctype html><script>alert(1)</script>')],
    ['HTML after a comment', bytes('<!-- x --><p>y</p><script>alert(1)</script>')],
    ['SVG', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a script', bytes('#!/bin/sh\nrm -r ~\n')],
    ['rich text', bytes('{\\rtf1 {\\object}}')],
    ['a text with controls', bytes('Bonjour\x00\x01')],
    ['GIF', bytes('GIF89a\x01\x00\x01\x00\x00\x00\x00;')],
    ['one byte', bytes('x')],
    ['nothing', bytes('')],
  ])('%s is refused', async (_what, content) => {
    expect([await verdict(content, false), await verdict(content, true)]).toEqual(['type-refused', 'file-not-pdf']);
  });

  it.each([
    ['UTF-8', Buffer.from('Étagères')],
    ['UTF-8 with its mark', Buffer.from('\ufeffÉtagères')],
    ['UTF-16', Buffer.from('\ufeffÉtagères', 'utf16le')],
    ['windows-1252', bytes('\xc9tag\xe8res \x80')],
  ])('a text in %s is a text', async (_what, content) => {
    expect(await verdict(content, false)).toBe('text/plain');
  });

  it('a PDF cut in the middle is broken', async () => {
    expect(await verdict(accepted.pdf.subarray(0, 300), true)).toBe('pdf-broken');
  });
});
