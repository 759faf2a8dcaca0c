/** The one-time token of a mailed link: in the fragment, which reaches no server, log or referrer. */
export function tokenIn(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('jeton') || undefined;
}

/** Where a link asked for here should lead, as the server takes it: a path of ours without fragment; « / » means one's own space. */
export function pathToAsk(next: string | undefined): string {
  return next?.split('#')[0] ?? '/';
}

/** Enough to catch a slip of the finger; whether the address exists is told to nobody. */
export function looksLikeEmail(typed: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(typed.trim());
}
