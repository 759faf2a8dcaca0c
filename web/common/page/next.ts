/** Pages a sign-in may lead to. A list, not a test of shape: what is not here is never followed. */
const signedInPages = ['/laureat', '/expert', '/equipe', '/decision', '/preferences', '/mes-donnees'] as const;

/** Where to go after a sign-in: the address asked for when it is one of our signed-in pages, on our own origin; otherwise undefined. */
export function nextPage(asked: string | null, origin: string): string | undefined {
  if (asked === null || !asked.startsWith('/') || /[\\\p{Cc}]|\/\//u.test(asked)) return undefined;
  const address = URL.parse(asked, origin);
  if (address === null || address.origin !== origin) return undefined;
  const known = signedInPages.some((page) => page === address.pathname);
  return known ? `${address.pathname}${address.search}${address.hash}` : undefined;
}

/** The sign-in page, with the way back to where the person was. */
export function signInAddress(here: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  return `/connexion?suite=${encodeURIComponent(`${here.pathname}${here.search}${here.hash}`)}`;
}
