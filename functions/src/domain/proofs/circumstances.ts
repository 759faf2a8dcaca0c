import type { Instant } from '../calendar.ts';

/** How the person who decides was recognised, by the mail of the sign-in that is in force. The digits themselves are kept nowhere. */
export interface Authentication {
  /** Six digits typed in the page that asked for them, or the button of the mail. */
  readonly by: 'code' | 'link';
  /** When the mail was asked for; null for the button of a mail that nobody asked for, and of requests older than this was kept. */
  readonly askedAt: Instant | null;
  /** When the mail server took it; null when it did not say. */
  readonly sentAt: Instant | null;
  readonly usedAt: Instant;
  /** Digits typed for that request that were not the right ones. */
  readonly wrongCodes: number;
}

/** A bound document that the person opened before deciding: whole, or the picture of its first page. Recorded, never required. */
export interface Opening {
  readonly fileId: string;
  readonly as: 'file' | 'preview';
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** What a proof says besides the decision itself. Read for the acts that make one. */
export interface Circumstances {
  /** Null when the sign-in names no request: made by a tool, or before sign-ins did. */
  readonly authentication: Authentication | null;
  readonly opened: readonly Opening[];
}

/** First and last opening of each document, in the order of the first. */
export function openingsOf(
  accesses: readonly { readonly fileId: string; readonly as: Opening['as']; readonly at: Instant }[],
): Opening[] {
  const found = new Map<string, Opening>();
  for (const { fileId, as, at } of accesses.toSorted((a, b) => a.at - b.at)) {
    const before = found.get(`${as}.${fileId}`);
    found.set(`${as}.${fileId}`, { fileId, as, firstAt: before?.firstAt ?? at, lastAt: at });
  }
  return [...found.values()];
}
