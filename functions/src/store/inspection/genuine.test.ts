import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { inspect } from './inspect.ts';

/** Documents made by the programs that people use: tests/documents/genuine/README.md says which, and how. */
const folder = join(import.meta.dirname, '../../../../tests/documents');
const genuine = join(folder, 'genuine');
const office = join(folder, 'genuine-office');
const unsaid = 'a program that does not say its name';

const pdfs = await Promise.all(
  readdirSync(genuine)
    .filter((name) => extname(name) === '.pdf')
    .map(async (name) => ({ name, producer: await producerOf(join(genuine, name)) })),
);

async function producerOf(path: string): Promise<string> {
  const document = await PDFDocument.load(readFileSync(path), { updateMetadata: false, password: '' });
  return document.getProducer()?.trim() || unsaid;
}

/** Without its version: « LibreOffice 7.4 » and « LibreOffice 24.8 » are one program. */
function programOf(producer: string): string {
  return producer.split(/[\d(©|]/)[0]?.trim() ?? '';
}

const contentTypes = {
  '.csv': 'text/plain',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.heic': 'image/heic',
  '.jpg': 'image/jpeg',
  '.odp': 'application/vnd.oasis.opendocument.presentation',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.png': 'image/png',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<string, string>;

const working = Object.entries(contentTypes).flatMap(([ending, contentType]) =>
  readdirSync(office)
    .filter((name) => extname(name) === ending)
    .map((name) => ({ name, contentType })),
);

describe('a genuine PDF is accepted as a document that binds', () => {
  it.each(pdfs)('$name, by $producer', async ({ name }) => {
    expect(await inspect(readFileSync(join(genuine, name)), true)).toEqual({ contentType: 'application/pdf' });
  });
});

describe('a genuine working document is accepted for what it is, and not as one that binds', () => {
  it.each(working)('$name', async ({ name, contentType }) => {
    const bytes = readFileSync(join(office, name));
    expect(await inspect(bytes, false)).toEqual({ contentType });
    expect(await inspect(bytes, true)).toMatchObject({ code: 'file-not-pdf' });
  });
});

describe('the collection', () => {
  it('has at least 40 PDFs of at least 15 programs, and each format of working documents', () => {
    const programs = new Set(pdfs.map(({ producer }) => programOf(producer)).filter((program) => program !== unsaid));
    expect(pdfs.length).toBeGreaterThanOrEqual(40);
    expect(programs.size).toBeGreaterThanOrEqual(15);
    expect(new Set(working.map(({ name }) => extname(name)))).toEqual(new Set(Object.keys(contentTypes)));
  });

  it('says of each file how it was made', () => {
    const table = readFileSync(join(genuine, 'README.md'), 'utf8') + readFileSync(join(office, 'README.md'), 'utf8');
    const described = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    expect(described.sort()).toEqual([...pdfs, ...working].map(({ name }) => name).sort());
  });
});
