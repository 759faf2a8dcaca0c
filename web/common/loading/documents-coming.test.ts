import type { MissionView } from '@sur-mesure/functions/domain/views';
import { expect, test } from 'vitest';
import { documentsComing } from './documents-coming.ts';

const file = (fileId: string): MissionView['files'][number] => ({
  fileId,
  piece: 'diagnostic',
  name: 'diagnostic.pdf',
  depositedBy: 'Camille Roy',
  shared: null,
  replacesId: null,
  hasPreview: false,
  withdrawnAt: null,
  actions: [],
  size: 1,
  contentType: 'application/pdf',
  createdAt: 0,
  sha256: '',
});

const mission: MissionView['mission'] = {
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
  extendedUntil: null,
  versions: 1,
  amendments: 0,
  openAmendment: null,
  reopened: 0,
  validatedAt: null,
  closedFrom: null,
  successorId: null,
  events: 1,
  state: 'awaiting_validation',
  submission: {
    version: 1,
    at: 0,
    by: 'u',
    diagnostic: { kind: 'form', formVersion: 1, answers: {}, fileId: 'f1' },
    devis: { fileId: 'f2', number: 'D-014', validUntil: '2026-12-31' },
    plannedStart: '2026-12-01',
    plannedEnd: '2026-12-20',
  },
  report: null,
  heldFrom: null,
};

test('a document filled on line is waited for until its PDF is there', () => {
  expect(documentsComing({ mission, files: [file('f2')] })).toBe(true);
  expect(documentsComing({ mission, files: [file('f2'), file('f1')] })).toBe(false);
});

test('nothing is waited for before anything is handed in', () => {
  const before = { ...mission, state: 'awaiting_diagnostic', submission: null } as const;
  expect(documentsComing({ mission: before, files: [] })).toBe(false);
});
