import type { Author, SignedInActor } from '../actor.ts';
import { formatInstant, type Instant } from '../calendar.ts';
import { reasonRefusal } from '../reason.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * A line of the history of what staff change version by version (the settings, each form, the text of each document): what put a version in force.
 * Written in the commit of what it tells and never changed.
 */
export interface VersionChange {
  readonly version: number;
  readonly at: Instant;
  readonly by: Author;
  readonly reason: string;
}

/** What is asked of each of them. */
export interface AskedVersion {
  /** The version in force that its author had read: over another one, nothing is written. */
  readonly basedOn: number;
  readonly reason: string;
}

/** What each of them is decided on. */
export interface VersionFacts<Change extends VersionChange> {
  /** What put the version in force there; null for one that was there from the beginning. */
  readonly lastChange: Change | null;
  readonly actor: SignedInActor;
  readonly now: Instant;
}

/** Why, without which nothing is written. `what`: « ces réglages »; `done`: « enregistré ». */
export function reasonOf(
  { reason }: Pick<AskedVersion, 'reason'>,
  { what, done }: { readonly what: string; readonly done: string },
): string | Refusal {
  const missing = `Écrivez pourquoi vous changez ${what} : la raison reste dans l’historique. Rien n’a été ${done}.`;
  return reasonRefusal(reason, missing) ?? reason.trim();
}

/** What somebody did meanwhile: « Inès Caron a changé les réglages le mardi 5 mars 2024 à 11 h, ». */
export function whoDid({ by, at }: Pick<VersionChange, 'by' | 'at'>, did: string): string {
  return `${by.name} ${did} le ${formatInstant(at)},`;
}

/** Somebody else wrote first. `who`: who did what, or that it changed; `done`: « publié »; `next`: what to do with what stayed on the page. */
export function changedMeanwhile(
  code: string,
  { who, done, next }: { readonly who: string; readonly done: string; readonly next: string },
): Refusal {
  return refuse(
    code,
    `${who} pendant que vous écriviez : rien n’est ${done}, et ce que vous avez écrit est resté sur votre page. ${next}`,
  );
}
