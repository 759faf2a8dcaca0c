import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { ImportedCompany } from '../../domain/imports/expert-plan.ts';
import type { ImportSource } from '../../domain/imports/recorded.ts';
import type { ImportProblem } from '../../domain/laureates/import.ts';
import { expertMembers, experts } from '../collections/experts.ts';
import { record } from '../experts/expert-record.ts';
import { interestsOf } from '../experts/interests.ts';
import { optimistically } from '../optimistic.ts';
import { accountByEmail, newAccount, openAccount } from '../people/accounts.ts';
import { interestTask, reviewTask } from '../staff/task-makers.ts';
import { openTask } from '../staff/tasks.ts';

interface Taking {
  readonly source: ImportSource;
  readonly newId: () => string;
}

/**
 * Brings one company in, with its people's accounts, in one commit. Nobody is mailed: they sign in when they are told to. An interest found
 * stops its missions at once, as it would for a company that registers, and the team finds it among its tasks.
 */
export async function takeOverExpert(
  firestore: Firestore,
  change: ImportedCompany,
  taking: Taking,
): Promise<ImportProblem | null> {
  const { expert: planned, people, line, about } = change;
  const done = await optimistically(firestore, async (batch) => {
    const [known, before] = await Promise.all([
      Promise.all(people.map(({ email }) => accountByEmail(firestore, email))),
      firestore.doc(experts.path(planned.id)).get(),
    ]);
    if (before.exists || known.some((account) => account !== null)) return { answer: false, batch: null };
    const emails = people.map(({ email }) => email);
    const names = people.map(({ name }) => name);
    const interests = await interestsOf(firestore, { emails, names, siret: planned.siret });
    const expert = { ...planned, interests };
    const { now, byName: by } = taking.source;
    batch.create(firestore.doc(experts.path(expert.id)), experts.write(expert));
    openSeats(firestore, batch, change, taking);
    const eventId = `${expert.id}-reprise`;
    record(firestore, batch, expert, { eventId, by, what: 'registered', message: change.reason, now });
    if (interests.length > 0) await openTask(firestore, batch, interestTask(expert, interests, now));
    if (expert.state === 'submitted') await openTask(firestore, batch, reviewTask(expert));
    return { answer: true, batch };
  });
  const reason =
    'cette structure, ou l’une de ses adresses, vient d’être inscrite : rien n’en a été écrit. Relancez l’import';
  return done?.answer ? null : { line, column: 'structure', value: about, reason };
}

function openSeats(
  firestore: Firestore,
  batch: WriteBatch,
  { expert: { id: expertId }, people }: ImportedCompany,
  { newId }: Taking,
): void {
  for (const { name, email, role } of people) {
    const person = { uid: newId(), name, email };
    openAccount(firestore, batch, newAccount({ ...person, kind: 'expert', expertId }));
    const seat = expertMembers.write({ ...person, expertId, active: true, role });
    batch.create(firestore.doc(expertMembers.path(expertId, person.uid)), seat);
  }
}
