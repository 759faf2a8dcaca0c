import type { MissionCore, Stage, Submission } from '@sur-mesure/functions/domain/missions/mission';
import type { FileRow } from '@sur-mesure/functions/domain/missions/views';

/** A file as a view shows it; a test says what it is about. */
export function fileRow(fileId: string, changed: Partial<FileRow> = {}): FileRow {
  return {
    fileId,
    piece: 'other',
    name: `${fileId}.pdf`,
    depositedBy: 'Anne Le Goff',
    shared: null,
    replacesId: null,
    withdrawnAt: null,
    hasPreview: false,
    templateVersion: null,
    actions: [],
    size: 10,
    contentType: 'application/pdf',
    createdAt: 0,
    sha256: '',
    ...changed,
  };
}

const core: MissionCore = {
  id: 'm1',
  needId: 'n1',
  need: 'Revoir les tarifs',
  subthemes: ['4.2'],
  outsideNote: [],
  expert: { expertId: 'e1', name: 'Oïkos', declarations: [] },
  participants: {},
  laureateIds: ['lac'],
  since: 0,
  createdAt: 0,
  lastReminderAt: null,
  remindersFrom: null,
  extendedUntil: null,
  extendedAt: null,
  deadlinePassedAt: null,
  dueOn: null,
  versions: 1,
  amendments: 0,
  openAmendment: null,
  reopened: 0,
  validatedAt: null,
  closedFrom: null,
  successorId: null,
  events: 1,
};

export const submission: Submission = {
  version: 1,
  at: 0,
  by: 'u',
  diagnostic: { kind: 'file', fileId: 'f1' },
  devis: { fileId: 'f2', number: 'D-014', validUntil: '2026-12-31', issuer: null },
  plannedStart: '2026-12-01',
  plannedEnd: '2026-12-20',
};

type Deciding = Extract<Stage, { readonly state: 'awaiting_validation' | 'awaiting_correction' | 'refused' }>;

/** A mission whose documents are handed in, and wait in `state`. */
export function handedIn(
  state: Deciding['state'],
  changed: Partial<MissionCore> & { readonly submission?: Submission } = {},
): MissionCore & Deciding {
  return { ...core, submission, ...changed, state, report: null, heldFrom: null };
}
