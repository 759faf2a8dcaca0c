import type { ActionInputs } from '../actions.ts';
import type { takingOver } from '../checks/taking-over.ts';
import type { FileFacts } from '../facts.ts';
import { type CheckCases, tried } from './check-case.ts';
import { staff } from './people.ts';
import { Story } from './story.ts';

const shares = (shareCents: number, subsidyCents: number, finalCents: number | null = null) => ({
  shares: { atelier: { shareCents, subsidyCents, finalCents } },
});
const takes = (bad: Partial<ActionInputs['takeOver']>, good?: Partial<ActionInputs['takeOver']>) =>
  tried(new Story(), staff, 'takeOver', bad, good);

export const takingOverCheckCases: Record<keyof typeof takingOver, CheckCases> = {
  takenOverWhole: {
    'laureate-unknown': () =>
      takes({ shares: { nobody: { shareCents: 3_000_00, subsidyCents: 3_000_00, finalCents: null } } }),
    'take-over-incomplete': () => takes({ validated: null }),
    'date-in-future': () =>
      takes({ validated: { on: '2024-03-06', by: 'Paul' } }, { validated: { on: '2024-03-05', by: 'Paul' } }),
    'amount-invalid': () => takes(shares(3_000_00, -1), shares(3_000_00, 0)),
    'amounts-differ': () => {
      const command = new Story().command(staff, 'takeOver');
      const devis = command.action === 'takeOver' ? command.input.devis : null;
      return takes({ devis: devis && { ...devis, amounts: { ...devis.amounts, vatCents: 500_01 } } });
    },
    'split-differs': () => takes(shares(2_999_99, 0), shares(3_000_00, 0)),
    'part-exceeded': () => takes(shares(3_000_00, 3_000_01), shares(3_000_00, 3_000_00)),
    'documents-missing': () => {
      const story = new Story();
      const input = {
        state: 'awaiting_validation',
        pdfs: { diagnostic: 'own-diagnostic', devis: 'own-devis' },
      } as const;
      const refused = story.refusal(staff, 'takeOver', input);
      for (const id of Object.values(input.pdfs)) story.files = { ...story.files, [id]: fileNamed(id) };
      return [refused, story.refusal(staff, 'takeOver', input)];
    },
  },
  takenOverWithinRemaining: {
    'subsidy-exceeded': () => {
      const story = new Story();
      const refused = story.change('atelier', { entries: [] }).refusal(staff, 'takeOver');
      return [refused, new Story().refusal(staff, 'takeOver')];
    },
  },
};

function fileNamed(id: string): FileFacts {
  return {
    id,
    piece: 'diagnostic',
    missionId: 'm1',
    laureateId: null,
    ownerUid: 'staff',
    contentType: 'application/pdf',
    sha256: `sha256 of ${id}`,
  };
}
