import type { Instant } from '../calendar.ts';

/** What one archive is of. `laureateId` of a mission: for whom, when a laureate asks; null for the team, which reads every part of it. */
export type ArchiveScope =
  | { readonly kind: 'mission'; readonly missionId: string; readonly laureateId: string | null }
  | { readonly kind: 'laureate'; readonly laureateId: string }
  | { readonly kind: 'programme' }
  /** What the service keeps of one person, for that person (article 15 of the RGPD). */
  | { readonly kind: 'person'; readonly uid: string };

/**
 * An archive on its way or made. Of one person and scope there is one at a time: pressing again while it is being made finds it, and a new one
 * takes the place of the one before.
 */
export interface Archive {
  readonly id: string;
  readonly scope: ArchiveScope;
  /** Unique to this making: the name of its objects. */
  readonly run: string;
  readonly by: { readonly uid: string; readonly name: string; readonly signedInAt: Instant };
  readonly askedAt: Instant;
  readonly state: ArchiveState;
  /** Null until the first step has listed what there is. */
  readonly total: Amount | null;
  readonly done: Amount;
  /** Of the finished ZIP, in bytes. */
  readonly size: number | null;
  /** SHA-256 of its manifest: who keeps it elsewhere can prove that no file of the archive, nor its list, was changed. */
  readonly manifestSha256: string | null;
  readonly readyAt: Instant | null;
  readonly expiresAt: Instant | null;
  /** Documents that the service could not give; named in the manifest. */
  readonly missing: number;
  /** A French sentence, when it failed. */
  readonly error: string | null;
}

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

export const archiveStates = {
  making: 'En préparation',
  ready: 'Prête',
  failed: 'Pas faite',
  cancelled: 'Interrompue',
  expired: 'Effacée',
} as const satisfies Record<string, string>;
export type ArchiveState = keyof typeof archiveStates;

/** The same for the same scope: one archive at a time of each. */
export function scopeKey(scope: ArchiveScope): string {
  switch (scope.kind) {
    case 'mission':
      return `mission.${scope.missionId}.${scope.laureateId ?? 'equipe'}`;
    case 'laureate':
      return `laureate.${scope.laureateId}`;
    case 'programme':
      return 'programme';
    case 'person':
      return 'person';
    default:
      return scope satisfies never;
  }
}

/** What a page shows of it. */
export interface ArchiveRow
  extends Pick<Archive, 'id' | 'state' | 'total' | 'done' | 'size' | 'manifestSha256' | 'missing' | 'error'> {
  readonly askedAt: Instant;
  readonly readyAt: Instant | null;
  readonly expiresAt: Instant | null;
}

/** An archive as its page shows it. */
export function archiveRow(archive: Archive): ArchiveRow {
  const { id, state, total, done, size, manifestSha256, missing, error, askedAt, readyAt, expiresAt } = archive;
  return { id, state, total, done, size, manifestSha256, missing, error, askedAt, readyAt, expiresAt };
}
