import { deadMailCauses } from '@sur-mesure/functions/domain/incidents/dead-mails';
import type { ToCall } from '@sur-mesure/functions/domain/incidents/whom-to-call';
import type { Views } from '@sur-mesure/functions/domain/views';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { of } from '../../common/words/typography.ts';
import { type Choose, type Chosen, IncidentActions } from './IncidentActions.tsx';
import { attemptsBefore, mailActions } from './incident-words.ts';

type DeadMail = Views['incidents']['mails'][number];

interface DeadMailsProps {
  readonly mails: readonly DeadMail[];
  readonly choose: Choose;
  readonly pressed: Chosen | undefined;
}

/** The mails that nobody tries any more: for whom, why, and whom to phone. */
export function DeadMails({ mails, choose, pressed }: DeadMailsProps) {
  return (
    <section class="stack" aria-labelledby="mails-title">
      <h2 id="mails-title">Courriels qui n’ont pas pu partir</h2>
      {mails.length === 0 ? (
        <EmptyState>Tous les courriels sont partis, ou vont partir.</EmptyState>
      ) : (
        <ul class="plain-list">
          {mails.map((mail) => (
            <Line key={mail.id} {...{ mail, choose, pressed }} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface LineProps extends Omit<DeadMailsProps, 'mails'> {
  readonly mail: DeadMail;
}

function Line({ mail, choose, pressed }: LineProps) {
  const name = mail.recipient || mail.email;
  return (
    <li class="person-line incident">
      <div class="person-words stack stack-tight">
        <p class="person-name">
          {name}
          {mail.organisation !== '' && `, ${mail.organisation}`}
        </p>
        <p class="small muted incident-words">
          {mail.email}
          {mail.addressMarked === true && ', adresse marquée en erreur'}
        </p>
        <Why {...mail} />
        {mail.peoplePath !== null && <WhomToCall call={mail.call} />}
        {mail.peoplePath !== null && (
          <p class="incident-link">
            <a href={mail.peoplePath}>
              Changer l’adresse<span class="visually-hidden"> {of(name)}</span>
            </a>
          </p>
        )}
      </div>
      <IncidentActions
        kind="mail"
        id={mail.id}
        actions={mailActions(mail)}
        about={`le courriel à ${name}`}
        {...{ choose, pressed }}
      />
    </li>
  );
}

function Why({ about, cause, problem, createdAt, attempts }: DeadMail) {
  const why = cause === null ? undefined : deadMailCauses[cause];
  return (
    <>
      <p>{why === undefined ? problem : `${why.sentence} ${why.next}`}</p>
      <p class="small">
        {about}. {attemptsBefore(attempts)} <DateText instant={createdAt} hour />.
      </p>
      {why !== undefined && <p class="small muted incident-words">{problem}</p>}
    </>
  );
}

const whose = {
  oneself: '',
  colleague: ', de la même structure',
  company: ', contact de la structure',
} as const satisfies Record<ToCall['as'], string>;

function WhomToCall({ call }: Pick<DeadMail, 'call'>) {
  if (call.length === 0) {
    return <p>Aucun téléphone n’est gardé pour cette personne, ni personne d’autre dans sa structure.</p>;
  }
  return (
    <ul class="plain-list" aria-label="Qui appeler">
      {call.map(({ name, as, phone, email }) => (
        <li key={`${as}.${name}`} class="incident-link">
          {phone === null ? 'Écrire à ' : 'Appeler '}
          {name}
          {whose[as]}
          {' : '}
          {phone === null ? (
            <a class="incident-words" href={`mailto:${email}`}>
              {email}
            </a>
          ) : (
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
