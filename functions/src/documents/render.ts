import type { Checkable, Contexts, TemplateName } from './contexts.ts';
import type { FaceName } from './faces.ts';
import { fileOf } from './file.ts';
import { formatting } from './formatting.ts';
import { drawFurniture, type Furniture } from './furniture.ts';
import { readBlocks } from './markdown.ts';
import { builtInModel, type Model, withModel } from './model.ts';
import { paginate } from './pagination.ts';
import { stripsOf } from './strips.ts';
import type { Element } from './structure.ts';
import { fill } from './values.ts';

interface Identity {
  title: string;
  author: string;
  furniture: Furniture;
}

const names = {
  diagnostic: 'Diagnostic préalable de mission',
  report: 'Rapport de mission',
  attestation: 'Attestation de validation',
} as const;

function issued(
  name: keyof typeof names,
  subject: string,
  author: string,
  issue: Checkable,
  issuedAtMs: number,
): Identity {
  const documentName = names[name];
  const version = `version ${issue.version}, établie le ${formatting.instant(issuedAtMs)}`;
  return {
    title: `${documentName} – ${subject}`,
    author,
    furniture: {
      programme: issue.programme,
      documentName,
      notice: `${documentName}, ${version}. Original\u00A0: ${issue.originalAddress}. Vérifier\u00A0: ${issue.checkAddress}`,
    },
  };
}

/** Title, author, header and footer of each document. */
const identities = {
  diagnostic: (context, issuedAtMs) =>
    issued('diagnostic', context.mission.reference, context.expert.company, context, issuedAtMs),
  report: (context, issuedAtMs) =>
    issued('report', context.mission.reference, context.expert.company, context, issuedAtMs),
  attestation: (context, issuedAtMs) =>
    issued('attestation', context.mission.reference, context.programme, context, issuedAtMs),
  statement: (context, issuedAtMs) => ({
    title: `${context.title} – ${context.laureate.name}`,
    author: context.programme,
    furniture: {
      programme: context.programme,
      documentName: context.title,
      notice: `${context.title}, établi le ${formatting.instant(issuedAtMs)}. Original\u00A0: ${context.originalAddress}`,
    },
  }),
  'devis-sample': (context) => ({
    title: `Devis ${context.number}`,
    author: context.seller.company,
    furniture: {
      programme: context.seller.company,
      documentName: `Devis ${context.number}`,
      notice: `${context.seller.company}, SIRET ${formatting.siret(context.seller.siret)}. Document fictif de démonstration.`,
    },
  }),
} satisfies { [Name in TemplateName]: (context: Contexts[Name], issuedAtMs: number) => Identity };

const identityOf: { [Name in TemplateName]: (context: Contexts[Name], issuedAtMs: number) => Identity } = identities;

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
  const identity = identityOf[template](context, issuedAtMs);
  const root: Element = { type: 'Document', children: [] };
  const faces = new Set<FaceName>();
  const pages = paginate(stripsOf(readBlocks(fill(template, context, model.compiled)), root), faces);
  drawFurniture(pages, withModel(template, identity.furniture, model));
  const bytes = fileOf(pages, faces, root, { title: identity.title, author: identity.author, issuedAtMs });
  for (const { content } of pages) content.release();
  return bytes;
}
