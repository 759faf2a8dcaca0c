import type { TriggerName } from '../../domain/incidents/triggers.ts';
import { uploadCheck } from './check-upload.ts';
import { ticketClosing } from './close-tickets.ts';
import { archiveStep } from './make-archive.ts';
import { requestedDocument } from './make-document.ts';
import { filePreview } from './make-preview.ts';
import { cardPublishing } from './publish-card.ts';
import { mailSending } from './send-mail.ts';
import { balanceShowing } from './show-balance.ts';
import { closedTicketStripping, mintedTokenStripping } from './strip-tokens.ts';
import type { Work } from './work.ts';

/** Every work, for who may be asked for any of them: one that does a single kind imports that kind. */
export const works = {
  checkUpload: uploadCheck,
  closeTickets: ticketClosing,
  makeArchive: archiveStep,
  makePreview: filePreview,
  makeRequestedDocument: requestedDocument,
  publishCard: cardPublishing,
  sendMail: mailSending,
  showBalance: balanceShowing,
  stripClosedTickets: closedTicketStripping,
  stripMintedTokens: mintedTokenStripping,
} as const satisfies Record<TriggerName, Work>;
