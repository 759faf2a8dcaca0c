import type { CompiledTemplate } from 'handlebars/runtime.js';
import { BUILT_IN, modelName } from '../domain/templates/versions.ts';
import type { TemplateName } from './contexts.ts';
import type { Furniture } from './furniture.ts';

/** The text that a document is made from: ours, as delivered, or a version that staff wrote. */
export interface Model {
  /** What the document says of it, at the foot of each page. */
  readonly words: string;
  /** In large letters at the head of each page of what is not issued. */
  readonly mark?: string;
  /** Null for ours, which is compiled at build time. */
  readonly compiled: CompiledTemplate | null;
}

export const builtInModel: Model = { words: modelName(BUILT_IN), compiled: null };

export function versionModel(version: number, compiled: CompiledTemplate): Model {
  return { words: modelName(version), compiled };
}

/** Of something that is shown to its author and given to nobody. */
export function draftModel(compiled: CompiledTemplate | null): Model {
  return { words: 'Aperçu d’un modèle : ce document n’est pas émis', compiled };
}

/** What the programme issues names its model at the foot of each page; a devis is its expert's own. */
export function withModel(template: TemplateName, furniture: Furniture, { words, mark }: Model): Furniture {
  return template === 'devis-sample'
    ? furniture
    : { ...furniture, notice: `${furniture.notice}. ${words}`, ...(mark && { mark }) };
}
