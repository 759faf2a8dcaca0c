import type { onPaper } from '../checks/on-paper.ts';
import { type CheckCases, tried } from './check-case.ts';
import { upTo } from './journeys.ts';
import { contributor, signatory, staff, staffFor } from './people.ts';

const atelier = signatory('atelier');
const awaiting = () => upTo('awaiting_validation');

export const onPaperCheckCases: Record<keyof typeof onPaper, CheckCases> = {
  laureateNamed: {
    'laureate-missing': () => {
      const story = awaiting();
      return [story.refusal(staff, 'recordSignedDevis'), story.refusal(staffFor('atelier'), 'recordSignedDevis')];
    },
  },
  staffSayWhy: {
    'reason-missing': () => tried(awaiting(), staffFor('atelier'), 'recordSignedDevis', { reason: ' ' }),
  },
  signedOnPaper: {
    'file-unknown': () => {
      const story = awaiting();
      const fileId = story.deposit(contributor('atelier'), 'somebody-elses', { contentType: 'image/png' });
      return tried(story, atelier, 'recordSignedDevis', { fileId });
    },
    'paper-type': () => {
      const story = awaiting();
      const fileId = story.deposit(atelier, 'sheet', { contentType: 'text/plain' });
      return tried(story, atelier, 'recordSignedDevis', { fileId });
    },
    'signed-by-missing': () => tried(awaiting(), atelier, 'recordSignedDevis', { signedBy: ' ' }),
    // The 5th of March 2024 is today.
    'signed-in-future': () =>
      tried(awaiting(), atelier, 'recordSignedDevis', { signedOn: '2024-03-06' }, { signedOn: '2024-03-05' }),
  },
};
