import { formatMonths } from './lengths.ts';

/** Why something is kept, as a person who asks is told. */
export const reasons = {
  accounting: 'Pièce justificative d’une dépense publique (article L. 123-22 du code de commerce)',
  evidence: 'Preuve de ce qui a été décidé, tant que la dépense peut être contrôlée ou contestée',
  mission: 'Exécution de la mission d’intérêt public (article 6-1-e du RGPD)',
  security: 'Sécurité du service, et enquête sur un accès ou une décision contestés',
  minimal: 'Rien ne justifie de le garder plus longtemps (article 5-1-e du RGPD)',
} as const satisfies Record<string, string>;

/** From when, and how long. Ten years and « after the closing » run from the closing of the programme (`closing.ts`). */
export type Keep =
  | { readonly kind: 'afterClosing'; readonly months: number }
  | { readonly kind: 'since'; readonly months?: number; readonly days?: number; readonly from: string }
  /** As long as the access, or the setting, is of use. */
  | { readonly kind: 'whileUsed'; readonly until: string };

/** What happens then. `review`: a person decides, since one wrong date in the settings would end every proof of the programme in a night. */
export const ends = {
  delete: 'effacé',
  clear: 'contenu effacé ; l’identifiant et l’empreinte restent',
  anonymise: 'rendu anonyme',
  review: 'l’équipe est avertie, et décide de l’effacement',
} as const satisfies Record<string, string>;

export interface Category {
  /** What is kept, as people read it. */
  readonly holds: string;
  readonly keep: Keep;
  readonly end: keyof typeof ends;
  readonly reason: keyof typeof reasons;
}

const TEN_YEARS = 120;
const untilTenYears = { keep: { kind: 'afterClosing', months: TEN_YEARS }, end: 'review' } as const;
const untilTwoYears = { keep: { kind: 'afterClosing', months: 24 }, end: 'delete' } as const;
const since = <Length extends { readonly months?: number; readonly days?: number }>(length: Length, from: string) =>
  ({ kind: 'since', ...length, from }) as const;

/** What is kept, how long and why: the table that pages and `docs/rgpd.md` print, and that the daily job reads. */
export const categories = {
  subsidy: {
    ...untilTenYears,
    holds: 'Subvention : registre, attributions, corrections, paiements',
    reason: 'accounting',
  },
  decisions: {
    ...untilTenYears,
    holds: 'Décisions et preuves : qui a décidé, en quelle qualité, sur quels documents, et leur journal',
    reason: 'accounting',
  },
  pieces: {
    ...untilTenYears,
    holds: 'Pièces : notes de cadrage, dossiers, devis, diagnostics, rapports, bilans, factures, attestations',
    reason: 'accounting',
  },
  notices: { ...untilTenYears, holds: 'Courriels qui ont notifié une décision', reason: 'evidence' },
  decidedAccesses: {
    ...untilTenYears,
    holds: 'Journal des lectures d’un document sur lequel une décision repose',
    reason: 'evidence',
  },
  peopleJournal: { ...untilTenYears, holds: 'Journal des rôles et des accès donnés ou retirés', reason: 'evidence' },
  programme: {
    ...untilTenYears,
    holds: 'Réglages, formulaires et modèles de documents, et qui les a changés',
    reason: 'evidence',
  },
  exchanges: {
    ...untilTwoYears,
    holds: 'Échanges d’une mission : messages, documents de travail, liens, et synthèses du programme',
    reason: 'mission',
  },
  teamNotes: { ...untilTwoYears, holds: 'Notes et appels de l’équipe', reason: 'mission' },
  accounts: {
    holds: 'Compte : nom, adresse de courriel, téléphone, rôle, préférences',
    keep: { kind: 'whileUsed', until: 'Tant que l’accès sert, et jusqu’à une demande d’effacement' },
    end: 'anonymise',
    reason: 'mission',
  },
  experts: {
    holds: 'Fiche d’expert, ses personnes, sa carte dans l’annuaire',
    keep: since({ months: 24 }, 'la dernière activité de l’expert'),
    end: 'anonymise',
    reason: 'minimal',
  },
  drafts: {
    holds: 'Brouillons qui n’ont pas été envoyés',
    keep: since({ months: 3 }, 'leur dernier enregistrement'),
    end: 'delete',
    reason: 'minimal',
  },
  begunRegistrations: {
    holds: 'Inscriptions commencées, gardées par un lien reçu par courriel',
    keep: since({ days: 30 }, 'leur dernier enregistrement'),
    end: 'delete',
    reason: 'minimal',
  },
  deposits: {
    holds: 'Dépôts refusés ou inachevés, et trace technique des autres',
    keep: since({ days: 30 }, 'leur annonce'),
    end: 'delete',
    reason: 'minimal',
  },
  mails: {
    holds: 'Autres courriels envoyés par le service',
    keep: since({ months: 12 }, 'leur création'),
    end: 'clear',
    reason: 'minimal',
  },
  signIns: {
    holds: 'Invitations d’experts, accès de programmes aux données',
    keep: since({ months: 12 }, 'la fin de l’invitation ou de l’accès'),
    end: 'delete',
    reason: 'security',
  },
  // A month longer than an expert may stay silent: nothing else says when its people last signed in.
  lastSignIns: {
    holds: 'Empreintes des liens et des codes de connexion, qui disent quand une personne est venue',
    keep: since({ months: 25 }, 'leur création'),
    end: 'delete',
    reason: 'security',
  },
  origins: {
    holds: 'Adresse IP et navigateur d’une décision',
    keep: since({ months: 12 }, 'la décision'),
    end: 'delete',
    reason: 'security',
  },
  accesses: {
    holds: 'Journal des autres lectures, archives demandées, tâches closes de l’équipe',
    keep: since({ months: 24 }, 'la lecture, la demande ou la clôture'),
    end: 'delete',
    reason: 'security',
  },
  incidents: {
    holds: 'Incidents techniques traités, et trace des récapitulatifs',
    keep: since({ months: 12 }, 'leur traitement ou leur envoi'),
    end: 'delete',
    reason: 'security',
  },
  technical: {
    holds: 'Traces techniques : demandes répétées, compteurs, verrous, tickets de lecture',
    keep: since({ days: 30 }, 'leur écriture'),
    end: 'delete',
    reason: 'security',
  },
  bookkeeping: {
    holds: 'État du service, sans donnée personnelle : dernier passage des tâches, rang des dépôts',
    keep: { kind: 'whileUsed', until: 'Tant que le service tourne : chaque passage écrit sur le précédent' },
    end: 'delete',
    reason: 'security',
  },
  derived: {
    holds: 'Listes, index et chiffres calculés à partir de ce qui précède',
    keep: { kind: 'whileUsed', until: 'Refaits chaque nuit, sans rien de plus que leur source' },
    end: 'delete',
    reason: 'mission',
  },
  requests: {
    ...untilTenYears,
    holds: 'Demandes d’effacement, et ce qui en a été décidé, sans le nom une fois l’effacement fait',
    reason: 'evidence',
  },
} as const satisfies Record<string, Category>;
export type CategoryName = keyof typeof categories;

/** « 10 ans après la clôture du programme », « 3 mois après leur dernier enregistrement » */
export function keepWords(keep: Keep): string {
  switch (keep.kind) {
    case 'whileUsed':
      return keep.until;
    case 'afterClosing':
      return `${formatMonths(keep.months)} après la clôture du programme`;
    case 'since':
      return `${keep.days === undefined ? formatMonths(keep.months ?? 0) : `${keep.days}\u00a0jours`} après ${keep.from}`;
    default:
      return keep satisfies never;
  }
}
