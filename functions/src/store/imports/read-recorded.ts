import type { Firestore } from 'firebase-admin/firestore';
import { dayOf } from '../../domain/calendar.ts';
import { recommendationOf } from '../../domain/imports/note-plan.ts';
import type { Recorded, RecordedExpert, RecordedFile, RecordedLaureate } from '../../domain/imports/recorded.ts';
import { ACCOUNTS, accounts } from '../collections/accounts.ts';
import { EXPERTS, expertMembers, experts } from '../collections/experts.ts';
import { FILES, files } from '../collections/files.ts';
import { isOfLaureate, LAUREATES, laureates, MEMBERS } from '../collections/laureates.ts';
import { LEDGER, LEDGER_HEAD, ledgerHeads, readableLines } from '../collections/ledger.ts';
import { MISSIONS } from '../collections/missions.ts';
import { RECOMMENDATIONS, recommendations, SCOPING_NOTES, scopingNotes } from '../collections/scoping-notes.ts';
import { chainFault, inOrder } from '../laureates/ledger-chain.ts';

/** The whole programme, read once: an import is rare, and compares everything. Ids alone of the missions; every line of every ledger. */
export async function readRecorded(firestore: Firestore): Promise<Recorded> {
  const [everyone, lines, heads, companies, people, missionList, pdfs, versions, said, known] = await Promise.all([
    firestore.collection(LAUREATES).get(),
    firestore.collectionGroup(LEDGER).get(),
    firestore.collectionGroup(LEDGER_HEAD).get(),
    firestore.collection(EXPERTS).get(),
    firestore.collectionGroup(MEMBERS).get(),
    firestore.collection(MISSIONS).select().get(),
    firestore.collection(FILES).where('missionId', '==', null).get(),
    firestore.collectionGroup(SCOPING_NOTES).get(),
    firestore.collectionGroup(RECOMMENDATIONS).get(),
    firestore.collection(ACCOUNTS).get(),
  ]);
  const notesOf = Map.groupBy(scopingNotes.list(versions.docs), ({ laureateId }) => laureateId);
  const recommended = new Map(
    recommendations.list(said.docs).map(({ laureateId, id, text }) => [`${laureateId}/${id}`, text]),
  );
  const linesOf = Map.groupBy(lines.docs, ({ ref }) => ref.parent.parent?.id ?? '');
  const headOf = new Map(ledgerHeads.list(heads.docs).map((head) => [head.laureateId, head]));
  const seats = expertMembers.list(people.docs.filter(({ ref }) => !isOfLaureate(ref.path)));
  return {
    laureates: laureates.list(everyone.docs).map((laureate): RecordedLaureate => {
      const { lines: found, unreadable } = readableLines(linesOf.get(laureate.id) ?? []);
      const own = inOrder(found);
      const ledgerHolds = unreadable.length === 0 && chainFault(own, headOf.get(laureate.id) ?? null) === null;
      const notes = (notesOf.get(laureate.id) ?? []).map(({ version, at, subthemes }) => ({
        ...{ version, subthemes, day: dayOf(at) },
        recommendation: recommended.get(`${laureate.id}/${recommendationOf(version)}`) ?? null,
      }));
      return { laureate, entries: own.map(({ entry }) => entry), ledgerHolds, notes };
    }),
    experts: experts.list(companies.docs).map((profile): RecordedExpert => {
      const { id, company: name, siret, contact } = profile;
      const emails = seats.filter(({ expertId }) => expertId === id).map(({ email }) => email);
      return { id, name, siret, emails: [contact.email, ...emails], profile };
    }),
    addresses: new Set(accounts.list(known.docs).map(({ email }) => email)),
    missionIds: new Set(missionList.docs.map(({ id }) => id)),
    files: files
      .list(pdfs.docs)
      .flatMap(({ id: fileId, laureateId, name, sha256, contentType, withdrawnAt, piece }): RecordedFile[] =>
        laureateId !== null && contentType === 'application/pdf' && withdrawnAt === null
          ? [{ fileId, laureateId, name, sha256, isScopingNote: piece === 'scopingNote' }]
          : [],
      ),
  };
}
