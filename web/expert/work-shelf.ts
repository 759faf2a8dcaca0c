import type { WorkDraftAnswer } from '@sur-mesure/functions/domain/experts/draft-contract';
import type { DraftSubject } from '@sur-mesure/functions/domain/experts/work-drafts';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { call } from '../common/api/call.ts';
import type { DraftShelf, Shelved } from '../common/drafts/draft-sync.ts';

/** Who finds a draft of a company, after « pour ». */
export const FOUND_BY = 'vous et les personnes de votre structure, sur tous vos appareils';

/** Where the people of a company keep what they write together. `about`: what the form corrects. */
export function workShelf(subject: DraftSubject, about: string): DraftShelf {
  return {
    look: async () => shelved(await call('workDraft', { action: 'look', subject, about })),
    save: async (text, basedOn) => shelved(await call('workDraft', { action: 'save', subject, about, text, basedOn })),
    forget: () => call('workDraft', { action: 'forget', subject, about }),
  };
}

function shelved(answer: WorkDraftAnswer | Refusal): Shelved | Refusal {
  if (isRefusal(answer)) return answer;
  const { saved, others, draft } = answer;
  if (draft === null) return { saved, others, kept: null };
  const { text, revision, savedAt, byName, mine, before } = draft;
  return { saved, others, kept: { text, mark: revision, savedAt, byName: mine ? null : byName, before } };
}
