import type { SignedInActor } from '../actor.ts';
import type { Instant } from '../calendar.ts';

/** What is done about people and their accesses, as the journal says it. `personActions` and the actions on grants name these. */
export const happenings = {
  invite: 'Personne invitée',
  inviteAgain: 'Invitation envoyée de nouveau',
  inviteExpert: 'Expert invité à s’inscrire',
  setRole: 'Rôle changé',
  delegate: 'Signature déléguée',
  endDelegation: 'Délégation terminée',
  close: 'Accès fermé',
  succeed: 'Relais pris',
  reopen: 'Accès rouvert',
  switchOff: 'Compte coupé',
  changeEmail: 'Adresse de courriel changée',
  correctName: 'Nom corrigé',
  flagAddress: 'Adresse marquée en erreur',
  clearAddressFlag: 'Adresse confirmée',
  setPhone: 'Téléphone noté',
  findInterest: 'Lien avec une manufacture trouvé',
  cut: 'Accès au dossier coupé',
  restore: 'Accès au dossier rétabli',
  extend: 'Accès au dossier prolongé',
  shareFile: 'Document partagé avec les experts',
  unshareFile: 'Partage d’un document arrêté',
  withdrawFile: 'Document retiré',
  changeLegalEntity: 'Personne morale changée',
  correctLegalEntity: 'Personne morale corrigée',
  setFundedBase: 'Base de la subvention changée',
  assignReferent: 'Personne référente nommée',
  suspendLaureate: 'Lauréat suspendu',
  resumeLaureate: 'Suspension levée',
  withdrawLabel: 'Label retiré',
  restoreLabel: 'Label rendu',
  openToSharing: 'Manufacture ouverte au partage de missions',
  closeToSharing: 'Manufacture fermée au partage de missions',
  replayIncident: 'Incident technique refait',
  discardIncident: 'Incident technique écarté',
  proposeTransfer: 'Réunion à un autre lauréat proposée',
  withdrawTransfer: 'Proposition de réunion retirée',
  transferEntity: 'Lauréats réunis',
  alert: 'Volume de lecture inhabituel signalé',
  award: 'Attribution enregistrée',
  adjust: 'Subvention corrigée',
  proposeAdjustment: 'Correction de la subvention proposée',
  approveAdjustment: 'Correction de la subvention approuvée',
  rejectAdjustment: 'Correction de la subvention rejetée',
  withdrawAdjustment: 'Correction de la subvention retirée',
  repairLedger: 'Registre de la subvention réparé',
  makeApiToken: 'Jeton d’accès aux données créé',
  revokeApiToken: 'Jeton d’accès aux données révoqué',
} as const;
export type Happening = keyof typeof happenings;

/** What is done about keys of programs: about nobody, and yet an access, which the team's page tells with its own. */
export const tokenHappenings: readonly Happening[] = ['makeApiToken', 'revokeApiToken'];

/** One line of the journal of people and accesses: who did what about whom, and why. Written with what it tells, never changed. */
export interface JournalLine {
  readonly at: Instant;
  readonly by: { readonly uid: string; readonly name: string; readonly kind: SignedInActor['kind'] };
  readonly done: Happening;
  readonly aboutUid: string;
  readonly aboutName: string;
  /** Where it happened; all null for FTL's own team. */
  readonly laureateId: string | null;
  readonly expertId: string | null;
  readonly missionId: string | null;
  readonly reason: string | null;
}
