/**
 * What of a programme grows with it, and is copied; what is not, with why. A collection in neither makes the test fail: a copy without it would say
 * nothing of what a page that reads it costs.
 */
export const copied = [
  ...['accounts', 'directory', 'experts', 'feedback', 'files', 'invoices', 'journal', 'laureates', 'missions'],
  ...['notes', 'outbox', 'proofs', 'tasks', 'adjustments', 'accessLog', 'digests', 'invitations'],
] as const;

/** Under the documents of those, wherever they are. */
export const copiedUnder = [
  ...['members', 'grants', 'ledger', 'ledgerHead', 'scopingNotes', 'recommendations', 'shares'],
  ...['events', 'submissions', 'amendments', 'messages', 'readings', 'links', 'preferences', 'drafts'],
] as const;

const madeAgain = 'made again from the copies';
const ofOne = 'one for the whole programme, whatever its size';
const passing = 'of a moment: nothing that a page shows';

export const notCopied = {
  ...{ emails: madeAgain, lists: madeAgain, figures: madeAgain, summaries: madeAgain },
  ...{ directoryIndex: madeAgain, currentSummaries: madeAgain },
  // A copy names the bytes of what it copies.
  ...{ documentHashes: 'by the bytes of files, which are not copied' },
  ...{ settings: ofOne, forms: ofOne, templates: ofOne, timeStamps: ofOne, leases: ofOne },
  ...{ sharedViews: ofOne, apiTokens: ofOne, scheduleRuns: ofOne, retentionProgress: ofOne },
  ...{ operations: passing, rateLimits: passing, signInTokens: passing, signInCodes: passing, uploads: passing },
  ...{ tickets: passing, documentRequests: passing, previewRequests: passing, depositTurns: passing },
  ...{ erasureRequests: passing, retentionNotices: passing },
  ...{ deadLetters: passing, archives: passing, keptRegistrations: passing, proofOrigins: passing },
  ...{ eventMarkers: passing, reconciliations: 'made by each check of the accounts' },
} as const satisfies Record<string, string>;
