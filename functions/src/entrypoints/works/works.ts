import type { TriggerName } from '../../domain/incidents/triggers.ts';
import type { Work } from './work.ts';

/** Every work, for who may be asked for any of them and does one: loading all of them took longer than the call. */
export const works = {
  checkUpload: async () => (await import('./check-upload.ts')).uploadCheck,
  closeTickets: async () => (await import('./close-tickets.ts')).ticketClosing,
  makeArchive: async () => (await import('./make-archive.ts')).archiveStep,
  makePreview: async () => (await import('./make-preview.ts')).filePreview,
  makeRequestedDocument: async () => (await import('./make-document.ts')).requestedDocument,
  publishCard: async () => (await import('./publish-card.ts')).cardPublishing,
  sendMail: async () => (await import('./send-mail.ts')).mailSending,
  showBalance: async () => (await import('./show-balance.ts')).balanceShowing,
  stripClosedTickets: async () => (await import('./strip-tokens.ts')).closedTicketStripping,
  stripMintedTokens: async () => (await import('./strip-tokens.ts')).mintedTokenStripping,
} as const satisfies Record<TriggerName, () => Promise<Work>>;
