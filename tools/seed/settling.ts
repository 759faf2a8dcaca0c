import { type Instant, MINUTE } from '../../functions/src/domain/calendar.ts';
import { builtInForms } from '../../functions/src/domain/forms/built-in.ts';
import type { ProgrammeSettings } from '../../functions/src/domain/programme/settings.ts';
import { type Account, accounts } from '../../functions/src/store/collections/accounts.ts';
import { settings } from '../../functions/src/store/collections/settings.ts';
import { actOnExpert } from '../../functions/src/store/experts/expert-action.ts';
import { projectCard, registerExpert } from '../../functions/src/store/experts/experts.ts';
import { keepFile } from '../../functions/src/store/files/stored-files.ts';
import { actOnLaureate } from '../../functions/src/store/laureates/act.ts';
import { recordLaureates } from '../../functions/src/store/laureates/import.ts';
import { handInScopingNote } from '../../functions/src/store/laureates/scoping-notes.ts';
import { lostRace } from '../../functions/src/store/lost-race.ts';
import type { Warn } from '../../functions/src/store/warn.ts';
import { people } from './cast.ts';
import { laureatesCsv, type PlannedExpert } from './organisations.ts';
import { printText } from './printing.ts';
import { type DemonstrationProgramme, instantOn } from './programme.ts';
import { at, idOf } from './random.ts';
import {
  accepted,
  inParallel,
  memberOf,
  overseers,
  type Place,
  type SeatedExpert,
  type SeatedLaureate,
  signatoryAt,
  staffAt,
} from './world.ts';
import { dossierTexts, noteAnswers, noteNeeds, registrationAnswers } from './writings.ts';

/** What the store heals on its way is said to whoever seeds. */
const told: Warn = (message, details) => console.error(message, details);

/** Each puts a part of the programme in place through the store's own functions, as the people concerned would. */

export async function openProgramme({ firestore }: Place, rules: ProgrammeSettings, now: Instant): Promise<void> {
  await firestore.doc(settings.path(String(rules.version))).set(settings.write(rules));
  const common = {
    active: true,
    verifiedEmail: true,
    validAfterSec: 0,
    memberships: [],
    laureateIds: [],
    expertId: null,
  };
  const people: readonly Account[] = [
    { ...overseers.staff, ...common, kind: 'staff', until: null },
    { ...overseers.observer, ...common, kind: 'observer', until: now + 365 * 24 * 60 * MINUTE },
  ];
  for (const account of people) await firestore.doc(accounts.path(account.uid)).set(accounts.write(account));
}

export async function seatLaureates(stage: Place, programme: DemonstrationProgramme): Promise<SeatedLaureate[]> {
  let ids = 0;
  const { plan, report } = await recordLaureates(stage.firestore, {
    csv: laureatesCsv(programme.laureates),
    dryRun: false,
    skipBad: false,
    by: overseers.staff.uid,
    invitedBy: null,
    now: programme.importedAt,
    newId: () => idOf('import', ids++),
  });
  if (report.problems.length > 0) throw new Error(`the laureates' file is wrong: ${JSON.stringify(report.problems)}`);
  const seated = plan.create.map(({ laureate, members }, index) => ({
    ...at(programme.laureates, index),
    id: laureate.id,
    members: members.map(({ uid, name, role }) => ({ uid, name, role })),
  }));
  // Whoever wrote a note has come once; the others are still « invited ».
  const came = seated.filter(({ noteSubthemes }) => noteSubthemes.length > 0);
  await signedInOnce(
    stage,
    came.flatMap(({ members }) => members.map(({ uid }) => uid)),
  );
  return seated;
}

/** Their first sign-in proved their address. */
async function signedInOnce({ firestore }: Place, uids: readonly string[]): Promise<void> {
  const batch = firestore.batch();
  for (const uid of uids) batch.update(firestore.doc(accounts.path(uid)), { verifiedEmail: true });
  await batch.commit();
}

/** The two pieces known from the start, the scoping note of those who wrote theirs, and that they are open to sharing. */
export async function fillDossiers(stage: Place, laureates: readonly SeatedLaureate[], from: Instant): Promise<void> {
  await inParallel(laureates, 6, async (laureate, index) => {
    const now = from + (index % 20) * 24 * 60 * MINUTE;
    await depositDossier(stage, laureate, from);
    if (laureate.noteSubthemes.length === 0) return;
    accepted(
      await handInScopingNote(stage.firestore, {
        actor: signatoryAt(laureate, now),
        input: {
          operationId: idOf(laureate.id, 'note'),
          laureateId: laureate.id,
          subthemes: laureate.noteSubthemes,
          content: { kind: 'form', answers: noteAnswers(laureate), needs: noteNeeds(laureate) },
        },
        now,
      }),
    );
    // One of the demonstration accounts is left to find what the others accepted.
    if (index === people.laureateWithLittleLeft) return;
    accepted(
      await actOnLaureate(stage.firestore, {
        ...{ actor: signatoryAt(laureate, now), laureateId: laureate.id, command: { action: 'openToSharing' } },
        ...{ operationId: idOf(laureate.id, 'sharing'), lineId: idOf(laureate.id, 'sharing-line'), now },
      }),
    );
  });
}

async function depositDossier({ firestore, bucket }: Place, laureate: SeatedLaureate, now: Instant): Promise<void> {
  const texts = dossierTexts(laureate);
  const titles = { application: 'Candidature à l’AMI', incubationReport: 'Rendu post-incubation' } as const;
  for (const piece of ['application', 'incubationReport'] as const) {
    const bytes = printText(texts[piece], { title: titles[piece], author: laureate.name, at: now });
    await keepFile(
      firestore,
      bucket,
      {
        ...{ id: idOf(laureate.id, piece), piece, laureateId: laureate.id, missionId: null },
        ownerUid: memberOf(laureate, 'signatory').uid,
        name: `${titles[piece]}.pdf`,
        ...{ contentType: 'application/pdf', createdAt: now },
      },
      bytes,
    );
  }
}

export async function seatExperts(stage: Place, planned: readonly PlannedExpert[]): Promise<SeatedExpert[]> {
  const experts = await inParallel(planned, 6, async (expert) => {
    const seated = { ...expert, id: idOf(expert.company), uid: idOf(expert.company, 'person') };
    await register(stage, seated);
    await review(stage, seated);
    return seated;
  });
  await signedInOnce(
    stage,
    experts.map(({ uid }) => uid),
  );
  return experts;
}

async function register({ firestore }: Place, expert: SeatedExpert): Promise<void> {
  const { person, company, siret, phone, publishes, subthemes, regions, availability } = expert;
  accepted(
    await registerExpert(firestore, {
      registration: {
        ...{ ...person, company, siret, phone, publishes, subthemes, regions, availability },
        website: `https://${person.email.split('@')[1]}`,
        answers: registrationAnswers(expert),
        formVersion: builtInForms.registration.version,
        declaresNoInterest: true,
      },
      ids: { expertId: expert.id, uid: expert.uid, eventId: idOf(expert.id, 'registered') },
      from: { address: expert.id, relay: expert.id },
      now: instantOn(expert.registeredOn, 0),
    }),
  );
  await showCard(firestore, { expertId: expert.id, eventId: idOf(expert.id, 'registered') });
}

async function review({ firestore }: Place, expert: SeatedExpert): Promise<void> {
  if (expert.review === null) return;
  const { decision, message, on } = expert.review;
  const now = instantOn(on, 3);
  const eventId = idOf(expert.id, 'reviewed');
  const actor = staffAt(now);
  const interview =
    decision === 'reject'
      ? { day: on, withWhom: expert.person.name, byWhom: actor.name, summary: 'Échange par téléphone, vingt minutes.' }
      : null;
  const remarks = {};
  const command =
    decision === 'return' ? { decision, message, interview, remarks } : ({ decision, message, interview } as const);
  const asked = { actor, expertId: expert.id, command, operationId: eventId, eventId, now };
  accepted(await actOnExpert(firestore, asked));
  await showCard(firestore, { expertId: expert.id, eventId });
}

const MOST_RACES = 10;

/** The work of a trigger that the platform starts again when it loses too many races: hundreds of cards that come at once write one index. */
async function showCard(firestore: Place['firestore'], card: Parameters<typeof projectCard>[1]): Promise<void> {
  for (let lost = 0; ; lost += 1) {
    try {
      return await projectCard(firestore, card, told);
    } catch (error) {
      if (lost === MOST_RACES || !lostRace(error)) throw error;
    }
  }
}
