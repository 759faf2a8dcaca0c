import type { Participant } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { type ComponentChildren, Fragment } from 'preact';
import { MissionCalendar } from '../calendar-file/CalendarFile.tsx';
import { devisFacts } from '../devis/devis-words.ts';
import { Notice } from '../notice/Notice.tsx';
import { StatePill } from '../state-pill/StatePill.tsx';
import { subthemeLabel } from '../themes/themes.ts';
import { Turn } from '../turn/Turn.tsx';
import { DateText } from '../words/DateText.tsx';
import { followedBy, howToHandOver } from './following.ts';
import { reminderWords } from './reminder-words.ts';
import { nextDates, type Reader, turnOf } from './turn-words.ts';
import './mission.css';

interface MissionHeaderProps {
  readonly view: MissionView;
  readonly reader: Reader;
  /** Where a laureate's note is read: the name of the version leads there. */
  readonly noteAddress?: ((laureateId: string) => string | undefined) | undefined;
  /** The one primary button, e.g. a link to the page where the asked action is taken. */
  readonly action?: ComponentChildren;
  /** What comes between the turn and the facts: the buttons. */
  readonly children?: ComponentChildren;
}

/** What a mission's page starts with: whose turn it is, then who, about what, and when. */
export function MissionHeader({ view, reader, noteAddress, action, children }: MissionHeaderProps) {
  const { mission, warnings } = view;
  const { whose, yours, sentence } = turnOf(view, reader);
  const dates = nextDates(view);
  const reminders = view.reminders && reminderWords(view.reminders);
  return (
    <>
      <Turn
        whose={whose}
        yours={yours}
        action={action}
        deadline={
          dates.length === 0
            ? undefined
            : dates.map(({ label, day }) => (
                <span key={label} class="turn-date">
                  {label} <DateText day={day} relative />.{' '}
                </span>
              ))
        }
      >
        <p>{sentence}</p>
      </Turn>
      {reminders !== null && <p class="small muted">{reminders}</p>}
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          <p>{warning}</p>
        </Notice>
      ))}
      {children}
      <section class="stack" aria-label="La mission">
        <p>
          <StatePill state={mission.state} reader={yours ? reader : undefined} />
        </p>
        <MissionFacts view={view} reader={reader} noteAddress={noteAddress} />
        <MissionCalendar view={view} />
      </section>
    </>
  );
}

function MissionFacts({ view, reader, noteAddress }: Pick<MissionHeaderProps, 'view' | 'reader' | 'noteAddress'>) {
  const { mission } = view;
  const handOver = howToHandOver(mission, reader);
  const participants = Object.values(mission.participants);
  return (
    <dl class="facts">
      <dt>Besoin</dt>
      <dd class="typed-text">{mission.need}</dd>
      <dt>{participants.length > 1 ? 'Manufactures' : 'Manufacture'}</dt>
      <dd>
        {participants.map((participant) => (
          <p key={participant.laureateId}>
            {participant.name}
            {participants.length > 1 && <span class="muted"> ({part(participant)})</span>}
          </p>
        ))}
      </dd>
      <dt>Expert</dt>
      <dd>{mission.expert.name}</dd>
      <dt>Suivie par</dt>
      <dd>
        <p>{followedBy(mission)}</p>
        {handOver !== null && <p class="small muted">{handOver}</p>}
      </dd>
      <dt>Sous-thématiques</dt>
      <dd>
        {mission.subthemes.map((id) => (
          <p key={id}>
            {subthemeLabel(id, mission.createdAt)}
            {mission.outsideNote.includes(id) && <span class="muted"> (hors de la note de cadrage)</span>}
          </p>
        ))}
      </dd>
      <NotesOf notes={view.notes} noteAddress={noteAddress} />
      {mission.submission !== null && (
        <>
          {devisFacts(mission.submission.devis).map(([label, words]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </Fragment>
          ))}
          <dt>Dates prévues</dt>
          <dd>
            Du <DateText day={mission.submission.plannedStart} /> au <DateText day={mission.submission.plannedEnd} />
          </dd>
        </>
      )}
    </dl>
  );
}

interface NotesOfProps {
  readonly notes: MissionView['notes'];
  readonly noteAddress: MissionHeaderProps['noteAddress'];
}

/** Under which version the mission was asked: a note may have been revised since. */
function NotesOf({ notes, noteAddress }: NotesOfProps) {
  if (notes.length === 0) return null;
  return (
    <>
      <dt>Note de cadrage</dt>
      <dd>
        {notes.map(({ laureateId, name, version, current }) => {
          const words = `Version ${version}${notes.length > 1 ? ` (${name})` : ''}`;
          const address = noteAddress?.(laureateId);
          return (
            <p key={laureateId}>
              {address === undefined ? words : <a href={address}>{words}</a>}
              {current > version && <span class="muted">, révisée depuis (version {current})</span>}
            </p>
          );
        })}
      </dd>
    </>
  );
}

const parts = {
  requested: 'a demandé la mission',
  proposed: 'invitée, n’a pas encore répondu',
  joined: 'prend part à la mission',
  declined: 'ne prend pas part à la mission',
  left: 'a quitté la mission',
} as const satisfies Record<Participant['status'], string>;

function part({ status, validated, confirmed }: Participant): string {
  if (confirmed) return `${parts[status]}, a confirmé le service`;
  return validated ? `${parts[status]}, a validé` : parts[status];
}
