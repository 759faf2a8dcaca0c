import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import type { MissionState } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import type { Addresses } from './addresses.ts';
import { noteStep } from './note-step.ts';

export interface Waiting {
  readonly id: string;
  readonly sentence: string;
  readonly label: string;
  readonly href: string;
}

interface Ask {
  readonly sentence: (row: MissionRow) => string;
  readonly label: string;
  readonly page: 'mission' | 'decision';
}

/** What a state asks of a laureate. A state whose turn is not the laureate's asks nothing. */
const asks: Partial<Record<MissionState, Ask>> = {
  awaiting_validation: {
    sentence: ({ expertName }) => `${expertName} a remis un diagnostic et un devis.`,
    label: 'Lire et décider',
    page: 'decision',
  },
  awaiting_confirmation: {
    sentence: ({ expertName }) => `${expertName} a remis son rapport : confirmez que la mission est faite.`,
    label: 'Lire le rapport',
    page: 'mission',
  },
};

/** What waits for this laureate, the oldest first, the scoping note before everything: nothing can start without it. */
export function waitingFor(home: LaureateHome, addresses: Addresses): Waiting[] {
  const { missions } = home;
  const step = noteStep(home);
  const ofNote: Waiting[] =
    step === null || step.label === null
      ? []
      : [{ id: 'note', sentence: step.sentence, label: step.label, href: addresses.note }];
  const ofMissions = missions
    .toSorted((one, other) => one.since - other.since)
    .flatMap((row): Waiting[] => {
      const ask = asks[row.state];
      if (ask === undefined) return [];
      const { sentence, label, page } = ask;
      return [{ id: row.missionId, sentence: sentence(row), label, href: addresses[page](row.missionId) }];
    });
  return [...ofNote, ...ofMissions];
}
