import { fileOf } from '../file.ts';
import { drawFurniture } from '../furniture.ts';
import { readBlocks } from '../markdown.ts';
import type { Used } from '../page.ts';
import { paginate } from '../pagination.ts';
import { stripsOf } from '../strips.ts';
import type { Element } from '../structure.ts';

/** Markdown as a document, without template nor values: to see how one kind of block is set. */
export function print(markdown: string): Uint8Array {
  const root: Element = { type: 'Document', children: [] };
  const used: Used = { faces: new Set(), pictures: new Map() };
  const pages = paginate(stripsOf(readBlocks({ markdown, values: [] }), root), used);
  drawFurniture(pages, { programme: 'Programme', documentName: 'Essai', notice: 'Pied de page' });
  return fileOf(pages, used, root, { title: 'Essai', author: 'Essai', issuedAtMs: 0 });
}
