import type { Day, Instant } from '../calendar.ts';

/** One thing that waits for staff, and nobody else can do. It has a deterministic id, so that what opens it twice opens it once. */
export interface StaffTask extends TaskAbout {
  readonly id: string;
  /** Since when it waits. */
  readonly at: Instant;
  readonly assigneeUid: string | null;
  /** Hidden until that day, by whoever put it off. */
  readonly snoozedUntil: Day | null;
  readonly closedAt: Instant | null;
  /** Name of who, or what, did it. */
  readonly closedBy: string | null;
}

/** What a task is about: enough for its line and its page. */
export interface TaskAbout {
  readonly kind: TaskKind;
  /** One French line: whom or what it concerns. No amount, and nothing that only its page may show. */
  readonly about: string;
  readonly laureateId: string | null;
  readonly missionId: string | null;
  readonly expertId: string | null;
}

type TaskPlace = Pick<TaskAbout, 'laureateId' | 'missionId' | 'expertId'>;

interface TaskKindRow {
  /** What such tasks are, as the heading of a group. */
  readonly label: string;
  /** The one obvious thing to do: a verb and its object. */
  readonly button: string;
  /** Whether staff say that it is done; the others close with the event that answers them. */
  readonly byHand: boolean;
  /** Page of ours where it is done. */
  readonly path: (task: TaskPlace) => string;
}

const home = '/equipe';
const page = (parameters: Readonly<Record<string, string>>) => `${home}?${new URLSearchParams(parameters)}`;
const expertPage = ({ expertId }: TaskPlace) => (expertId === null ? home : page({ expert: expertId }));
const missionPage = ({ missionId }: TaskPlace) => (missionId === null ? home : page({ mission: missionId }));
const laureatePage = (part: string) => (task: TaskPlace) =>
  task.laureateId === null ? home : page({ laureat: task.laureateId, partie: part });

/** Where the address of somebody who is not reached is changed: among the people of its organisation. */
function peoplePage(task: TaskPlace): string {
  if (task.laureateId !== null) return laureatePage('personnes')(task);
  return task.expertId === null ? page({ vue: 'equipe' }) : expertPage(task);
}

/** Where the team's notes about it are. */
function notesPage(task: TaskPlace): string {
  if (task.missionId !== null) return missionPage(task);
  return task.laureateId === null ? expertPage(task) : laureatePage('notes')(task);
}

/**
 * Everything that waits for staff, in the order in which it is shown: what stops somebody first. A new kind does not compile until somebody
 * says its words, its button and its page.
 */
export const taskKinds = {
  ledgerBroken: {
    label: 'Registre à réparer',
    button: 'Ouvrir le registre',
    byHand: false,
    path: laureatePage('subvention'),
  },
  missionOnHold: { label: 'Mission suspendue', button: 'Décider de la suite', byHand: false, path: missionPage },
  interestFound: {
    label: 'Lien possible avec une manufacture',
    button: 'Examiner le lien',
    byHand: false,
    path: expertPage,
  },
  expertToReview: { label: 'Inscription à examiner', button: 'Examiner la fiche', byHand: false, path: expertPage },
  noteToAccept: {
    label: 'Note de cadrage à accepter',
    button: 'Lire la note',
    byHand: false,
    path: laureatePage('note'),
  },
  deadlinePassed: {
    label: 'Échéance dépassée',
    button: 'Relancer ou clore la mission',
    byHand: false,
    path: missionPage,
  },
  sharedRefused: { label: 'Partage refusé', button: 'Revoir le partage', byHand: true, path: missionPage },
  adjustmentToApprove: {
    label: 'Correction à approuver',
    button: 'Examiner la correction',
    byHand: false,
    path: laureatePage('subvention'),
  },
  transferToCheck: {
    label: 'Transfert à vérifier',
    button: 'Vérifier le transfert',
    byHand: true,
    path: laureatePage('fiche'),
  },
  cardToConfirm: { label: 'Fiche à confirmer', button: 'Appeler l’expert', byHand: false, path: expertPage },
  erasureAsked: {
    label: 'Effacement demandé',
    button: 'Décider de l’effacement',
    byHand: false,
    path: () => page({ vue: 'effacements' }),
  },
  expertInactive: { label: 'Expert sans activité', button: 'Appeler l’expert', byHand: true, path: expertPage },
  programmeOver: {
    label: 'Programme à effacer',
    button: 'Lire ce qui est gardé',
    byHand: true,
    path: () => page({ vue: 'effacements' }),
  },
  exchangesToErase: {
    label: 'Échanges à effacer',
    button: 'Vérifier la date de clôture',
    byHand: true,
    path: () => page({ vue: 'reglages' }),
  },
  noteToFollow: { label: 'Suite à donner', button: 'Lire la note', byHand: true, path: notesPage },
  invoiceToRecord: { label: 'Facture à régler', button: 'Enregistrer le paiement', byHand: false, path: missionPage },
  deadMail: { label: 'Courriel non remis', button: 'Vérifier l’adresse', byHand: true, path: peoplePage },
  unusualVolume: { label: 'Lecture inhabituelle', button: 'Vérifier la personne', byHand: true, path: peoplePage },
  deadLetter: {
    label: 'Traitement arrêté',
    button: 'Reprendre le traitement',
    byHand: false,
    path: () => page({ vue: 'incidents' }),
  },
  stampsWaiting: {
    label: 'Horodatage en attente',
    button: 'Voir ce que répond l’autorité',
    byHand: false,
    path: () => page({ vue: 'incidents' }),
  },
} as const satisfies Record<string, TaskKindRow>;
export type TaskKind = keyof typeof taskKinds;
export const taskKindNames = Object.keys(taskKinds).filter((name): name is TaskKind => Object.hasOwn(taskKinds, name));

/** `subject` is the id of what the task is about: one task a kind and subject. */
export function taskId(kind: TaskKind, subject: string): string {
  return `${kind}.${subject}`;
}

/** Where the button of a task leads. */
export function taskPath(task: TaskAbout): string {
  const row: TaskKindRow = taskKinds[task.kind];
  return row.path(task);
}
