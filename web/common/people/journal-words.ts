import type { JournalRow } from '@sur-mesure/functions/domain/access/views';
import type { Happening } from '@sur-mesure/functions/domain/people/journal';
import { of } from '../words/typography.ts';

type Sentence = (by: string, about: string) => string;

const sentences = {
  invite: (by, about) => `${by} a invité ${about}.`,
  inviteAgain: (by, about) => `${by} a renvoyé son invitation à ${about}.`,
  inviteExpert: (by, about) => `${by} a invité ${about} à s’inscrire comme expert.`,
  setRole: (by, about) => `${by} a changé le rôle ${of(about)}.`,
  delegate: (by, about) => `${by} a délégué sa signature à ${about}.`,
  endDelegation: (by, about) => `${by} a mis fin à la délégation de signature ${of(about)}.`,
  close: (by, about) => `${by} a fermé l’accès ${of(about)}.`,
  succeed: (by, about) => `${about} prend la suite, à la demande ${of(by)}.`,
  reopen: (by, about) => `${by} a rouvert l’accès ${of(about)}.`,
  switchOff: (by, about) => `${by} a coupé le compte ${of(about)}.`,
  changeEmail: (by, about) => `${by} a changé l’adresse de courriel ${of(about)}.`,
  correctName: (by, about) => `${by} a corrigé le nom ${of(about)}.`,
  flagAddress: (by, about) => `${by} a marqué en erreur l’adresse ${of(about)}.`,
  clearAddressFlag: (by, about) => `${by} a confirmé l’adresse ${of(about)}.`,
  setPhone: (by, about) => `${by} a noté le téléphone ${of(about)}.`,
  findInterest: (_by, about) => `Un lien possible avec une manufacture a été trouvé pour ${about}.`,
  cut: (by, about) => `${by} a coupé l’accès ${of(about)} au dossier.`,
  restore: (by, about) => `${by} a rétabli l’accès ${of(about)} au dossier.`,
  extend: (by, about) => `${by} a prolongé l’accès ${of(about)} au dossier.`,
  shareFile: (by, about) => `${by} a partagé avec les experts « ${about} ».`,
  unshareFile: (by, about) => `${by} ne partage plus avec les experts « ${about} ».`,
  withdrawFile: (by, about) => `${by} a retiré « ${about} ».`,
  changeLegalEntity: (by, about) => `${by} a changé la personne morale ${of(about)}.`,
  correctLegalEntity: (by, about) => `${by} a corrigé une personne morale ${of(about)}.`,
  setFundedBase: (by, about) => `${by} a changé la base de la subvention ${of(about)}.`,
  assignReferent: (by, about) => `${by} a nommé la personne référente ${of(about)}.`,
  suspendLaureate: (by, about) => `${by} a suspendu ${about}.`,
  resumeLaureate: (by, about) => `${by} a levé la suspension ${of(about)}.`,
  withdrawLabel: (by, about) => `${by} a retiré le label à ${about}.`,
  openToSharing: (by, about) => `${by} a ouvert ${about} au partage de missions.`,
  closeToSharing: (by, about) => `${by} a fermé ${about} au partage de missions.`,
  restoreLabel: (by, about) => `${by} a rendu le label à ${about}.`,
  replayIncident: (by, about) => `${by} a refait une opération qui avait échoué : ${about}.`,
  discardIncident: (by, about) => `${by} a écarté un incident technique : ${about}.`,
  proposeTransfer: (by, about) => `${by} a proposé de réunir ${about} à un autre lauréat.`,
  withdrawTransfer: (by, about) => `${by} a retiré sa proposition de réunir ${about} à un autre lauréat.`,
  transferEntity: (by, about) => `${by} a réuni ${about} à un autre lauréat.`,
  alert: (_by, about) => `Un volume de lecture inhabituel a été signalé pour ${about}.`,
  award: (by, about) => `${by} a enregistré une attribution pour ${about}.`,
  adjust: (by, about) => `${by} a corrigé la subvention ${of(about)}.`,
  proposeAdjustment: (by, about) => `${by} a proposé de corriger la subvention ${of(about)}.`,
  approveAdjustment: (by, about) => `${by} a approuvé une correction de la subvention ${of(about)}.`,
  rejectAdjustment: (by, about) => `${by} a rejeté une correction de la subvention ${of(about)}.`,
  withdrawAdjustment: (by, about) => `${by} a retiré sa correction de la subvention ${of(about)}.`,
  repairLedger: (by, about) => `${by} a réparé le registre de la subvention ${of(about)}.`,
  makeApiToken: (by, about) => `${by} a créé un jeton d’accès aux données : « ${about} ».`,
  revokeApiToken: (by, about) => `${by} a révoqué un jeton d’accès aux données : « ${about} ».`,
} as const satisfies Record<Happening, Sentence>;

/** « Anne Le Goff a délégué sa signature à Louis Martin. » */
export function journalSentence({
  done,
  byName,
  aboutName,
}: Pick<JournalRow, 'done' | 'byName' | 'aboutName'>): string {
  return sentences[done](byName, aboutName);
}
