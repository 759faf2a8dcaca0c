import { happenedIn } from '@sur-mesure/functions/domain/missions/journal';
import type { JournalEntry } from '@sur-mesure/functions/domain/missions/mission';
import { missionStates } from '@sur-mesure/functions/domain/missions/states';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { type Step, Timeline } from '../timeline/Timeline.tsx';
import { DateText } from '../words/DateText.tsx';

interface MissionJournalProps {
  readonly view: Pick<MissionView, 'mission' | 'events'>;
}

/** Everything that happened, with who and when, and what is awaited now. The words are those of the transition table. */
export function MissionJournal({ view }: MissionJournalProps) {
  return (
    <section class="stack" aria-labelledby="journal-title">
      <h2 id="journal-title">Journal de la mission</h2>
      <Timeline label="Journal de la mission" steps={journalSteps(view)} />
    </section>
  );
}

function journalSteps({ mission, events }: Pick<MissionView, 'mission' | 'events'>): Step[] {
  const past = events.map((event) => stepOf(event, mission));
  const { turn, label } = missionStates[mission.state];
  return turn === null ? past : [...past, { id: 'now', title: label, status: 'current' }];
}

function stepOf(event: JournalEntry, { participants, expert }: MissionView['mission']): Step {
  const { number, action, at, by, reason, onBehalfOf, askedBy, laureateId, to, version } = event;
  const laureate = laureateId === null ? undefined : participants[laureateId]?.name;
  const versioned = action === 'submitDiagnostic' || action === 'resplit';
  return {
    id: String(number),
    title: versioned ? `${happenedIn(event)}, version ${version}` : happenedIn(event),
    detail: (
      <>
        <DateText instant={at} hour />, {by.name}
        {by.kind === 'laureate' && laureate !== undefined && ` (${laureate})`}
        {onBehalfOf !== null &&
          `, au nom de ${laureate ?? expert.name}, à la demande de ${askedBy ?? 'cette structure'}`}
      </>
    ),
    note: reason === null ? undefined : <blockquote class="typed-text">{reason}</blockquote>,
    status: missionStates[to].tone === 'ended' ? 'stopped' : 'done',
  };
}
