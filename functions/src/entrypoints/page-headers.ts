/** Sites that may show the directory inside a page of theirs: only there, only that page. `firebase.json` says the same, which a test compares. */
const embeddedIn = ['https://francetierslieux.fr', 'https://www.francetierslieux.fr'] as const;

const policy = (ancestors: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' https://identitytoolkit.googleapis.com https://securetoken.googleapis.com https://firestore.googleapis.com https://firebasestorage.googleapis.com",
    `frame-ancestors ${ancestors}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "worker-src 'self'",
  ].join('; ');

const common = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/** The headers of every page of Hosting, for whoever asks the function itself. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy("'none'"),
  ...common,
};

/** Of the page that may be embedded: its frame, and nothing else, differs. */
export const embeddedHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy(embeddedIn.join(' ')),
  ...common,
};
