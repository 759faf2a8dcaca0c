import type { Block } from './blocks.ts';
import type { Contexts, TemplateName } from './contexts.ts';
import { fileOf } from './file.ts';
import { drawFurniture } from './furniture.ts';
import { identityOf } from './identities.ts';
import { readBlocks } from './markdown.ts';
import { builtInModel, type Model, withModel } from './model.ts';
import type { Used } from './page.ts';
import { paginate } from './pagination.ts';
import { stripsOf } from './strips.ts';
import type { Element } from './structure.ts';
import { fill } from './values.ts';

export interface RenderOptions {
  /** UTC milliseconds: written in the document and in its metadata. */
  issuedAtMs: number;
  /** Ours when nothing else is in force; what it is called stands at the foot of each page. */
  model?: Model;
}

/**
 * A document as the bytes of a tagged PDF. Synchronous, about 2 ms. The same context and instant give the same bytes.
 * Throws when the context lacks something that the template prints: a document with a hole is never issued.
 */
export function renderDocument<Name extends TemplateName>(
  template: Name,
  context: Contexts[Name],
  { issuedAtMs, model = builtInModel }: RenderOptions,
): Uint8Array {
  const identity = identityOf(template, context, issuedAtMs);
  const root: Element = { type: 'Document', children: [] };
  const used: Used = { faces: new Set(), pictures: new Map() };
  const text = readBlocks(fill(template, context, model.compiled));
  const blocks: Block[] = identity.logo ? [{ kind: 'figure', picture: identity.logo }, ...text] : text;
  const pages = paginate(stripsOf(blocks, root), used);
  drawFurniture(pages, withModel(template, identity.furniture, model));
  const bytes = fileOf(pages, used, root, { ...identity, issuedAtMs });
  for (const { content } of pages) content.release();
  return bytes;
}
