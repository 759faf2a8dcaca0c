/** Documents whose events start a work: what the trigger watches is what its work reads the ids from, so that the two can't part. */
export const watched = {
  closeTickets: 'laureates/{laureateId}/grants/{uid}',
  makeArchive: 'archives/{archiveId}/steps/{stepId}',
  makePreview: 'previewRequests/{fileId}',
  makeRequestedDocument: 'documentRequests/{fileId}',
  publishCard: 'experts/{expertId}/events/{eventId}',
  sendMail: 'outbox/{itemId}',
} as const;
