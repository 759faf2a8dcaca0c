/**
 * Every function that an event starts, with what staff read of an incident. The platform promises « at least once » and nothing else: an event
 * comes twice, late or out of order. Each comment says why that is harmless; none needs a marker of the events it has seen
 * (`docs/decisions/021`), and tests give each the same event three times.
 */
export const triggers = {
  // A judgment stands: what is judged is only cleaned up.
  checkUpload: { label: 'Vérification d’un dépôt' },
  // A step that is no longer the archive’s is left; one done twice writes other objects, and the first to finish counts.
  makeArchive: { label: 'Préparation d’une archive' },
  // Reads the grant as it is now; what is gone stays gone.
  closeTickets: { label: 'Fermeture d’accès à des documents' },
  // Claims the file first: who comes second leaves it.
  makePreview: { label: 'Aperçu d’un document' },
  // The file’s id is fixed, and the first bytes stay.
  makeRequestedDocument: { label: 'Fabrication d’un PDF' },
  // Writes the card of the profile as it is now.
  publishCard: { label: 'Fiche de l’annuaire' },
  // Leases the mail first: one that is sent or leased is left.
  sendMail: { label: 'Envoi d’un courriel' },
  // Re-sums the whole ledger.
  showBalance: { label: 'Solde affiché' },
  // Takes away what is still there.
  stripClosedTickets: { label: 'Retrait de liens de téléchargement' },
  stripMintedTokens: { label: 'Retrait de liens de téléchargement' },
} as const satisfies Record<string, { readonly label: string }>;
export type TriggerName = keyof typeof triggers;
