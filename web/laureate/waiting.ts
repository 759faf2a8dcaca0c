import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import type { Addresses } from './addresses.ts';
import { noteStep } from './note-step.ts';

export interface Waiting {
  readonly id: string;
  readonly sentence: string;
  readonly label: string;
  readonly href: string;
}

/** What waits for whoever reads, the longest waiting first, the scoping note before everything: nothing can start without it. */
export function waitingFor(home: LaureateHome, addresses: Addresses): Waiting[] {
  const step = noteStep(home);
  const ofNote: Waiting[] =
    step === null || step.label === null
      ? []
      : [{ id: 'note', sentence: step.sentence, label: step.label, href: addresses.note }];
  return [...ofNote, ...home.expected.flatMap((one) => ofMission(home, one, addresses))];
}

function ofMission(
  { missions }: LaureateHome,
  { missionId, what, delay, path }: LaureateHome['expected'][number],
  addresses: Addresses,
): Waiting[] {
  if (missionId === null) return [];
  const expert = missions.find((row) => row.missionId === missionId)?.expertName;
  const decides = path.startsWith('/decision');
  return [
    {
      id: `${missionId} ${what}`,
      sentence: `${what} (${expert === undefined ? '' : `mission avec ${expert}, `}${delay}).`,
      label: decides ? 'Lire et décider' : 'Ouvrir la mission',
      href: decides ? addresses.decision(missionId) : addresses.mission(missionId),
    },
  ];
}
