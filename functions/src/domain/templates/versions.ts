import type { Author } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { VersionChange } from '../versions/change.ts';

/**
 * A template's texts are numbered from 1; 0 is ours, as delivered with the service. One draft at most, always the highest number. Once published, a
 * text is never changed: another one is published, or the one before is put in force again.
 */
export const BUILT_IN = 0;

interface TemplateText {
  readonly number: number;
  readonly source: string;
  /** The version in force when it was begun. */
  readonly basedOn: number;
  readonly savedAt: Instant;
  readonly by: Author;
}

export interface DraftTemplate extends TemplateText {
  readonly state: 'draft';
}

export interface PublishedTemplate extends TemplateText {
  readonly state: 'published';
}

export type TemplateVersion = DraftTemplate | PublishedTemplate;

/** What a version is, read with what is in force. */
export const templateStates = {
  draft: 'Brouillon',
  published: 'En vigueur',
  former: 'Ancienne version',
} as const;

/**
 * What put a version in force, which an earlier one may be again: hence a sequence of its own. The newest one says what is in force; documents asked
 * for before it are made from what was then. The reason of a restoring is empty.
 */
export interface TemplateChange extends VersionChange {
  readonly sequence: number;
  readonly what: 'publish' | 'restore';
  /** What was in force until then. */
  readonly before: number;
}

/** The version that a change put in force; the built-in one before any. */
export function inForceAfter(change: Pick<TemplateChange, 'version'> | null): number {
  return change?.version ?? BUILT_IN;
}

/** « version 3 », « modèle livré avec le service ». */
export function versionName(number: number): string {
  return number === BUILT_IN ? 'modèle livré avec le service' : `version ${number}`;
}

/** What a document says of the text that printed it: « Modèle version 3 ». */
export function modelName(number: number): string {
  return number === BUILT_IN ? 'Modèle livré avec le service' : `Modèle version ${number}`;
}
