import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import { expert, type Person, signatory } from '../../../domain/missions/testing/people.ts';
import { noFacts } from '../../../domain/notifications/mails.ts';
import { summaryOf } from '../../../domain/summaries/figures.ts';
import { factsWith, week } from '../../../domain/summaries/testing/programme.ts';
import type { Bucket } from '../../bucket.ts';
import { accounts, emails } from '../../collections/accounts.ts';
import { digests } from '../../collections/digests.ts';
import { workDrafts } from '../../collections/drafts.ts';
import { accessLog, files, uploads } from '../../collections/files.ts';
import { members } from '../../collections/laureates.ts';
import { links } from '../../collections/links.ts';
import { messages } from '../../collections/messages.ts';
import { notes } from '../../collections/notes.ts';
import { outbox, queued } from '../../collections/outbox.ts';
import { proofOrigins } from '../../collections/proof-origins.ts';
import { PROOFS } from '../../collections/proofs.ts';
import { signInTokens } from '../../collections/sign-in.ts';
import { summaries } from '../../collections/summaries.ts';
import { tasks } from '../../collections/tasks.ts';
import { previewPath, storedPath } from '../../files/stored-files.ts';
import { sha256 } from '../../hash.ts';
import { LiveStory } from '../../missions/testing/live-story.ts';
import { newAccount } from '../../people/accounts.ts';

/** Of nobody else in the programme: wherever it stands, the person stands. */
export const CANARY = 'canari7f3a';
export const uid = signatory('atelier').uid;
export const name = `Zélie ${CANARY}`;
export const email = `zelie@${CANARY}.test`;
const OTHER = { uid: 'other', name: 'Mathurin Lebrun', email: 'mathurin@exemple.test' };
export const other = OTHER;

/** A signatory who asked for a mission in its own words, and validated it. */
export const zelie: Person = {
  ...signatory('atelier'),
  actor: (signedInAt) => ({
    kind: 'laureate',
    uid,
    name,
    signedInAt,
    memberships: [{ laureateId: 'atelier', role: 'signatory' }],
  }),
};

/** Where it was written to before its address changed, and how it was called before its name was corrected. */
const EARLIER = 'zelie@avant.exemple.test';
const EARLIER_NAME = 'Zélie Davant';

function originOf(proofId: string, now: number): DocumentData {
  const from = { address: '192.0.2.1', relay: '192.0.2.1', userAgent: 'Firefox' };
  return proofOrigins.write({ proofId, ...from, at: now, deleteAfter: now });
}

/** What that person can fill in or leave anywhere, beside what its decisions wrote. Each document has the canary. */
function written(now: number): Record<string, DocumentData> {
  const by = { uid, name };
  const about = { laureateId: 'atelier', missionId: 'm1', expertId: null };
  const facts = { ...noFacts, recipientName: name, reader: 'laureate' } as const;
  const mail = {
    facts,
    path: '/laureat',
    when: 'now',
    mission: { id: 'm1', event: 1 },
    parts: [],
    createdAt: now,
  } as const;
  const to = { uid, name, email };
  const message = {
    missionId: 'm1',
    channel: { kind: 'everyone', laureateId: null },
    channelKey: 'everyone',
    at: now,
  } as const;
  const line = {
    kind: 'laureate',
    as: 'file',
    laureateId: 'atelier',
    missionId: 'm1',
    at: now,
  } as const;
  const member = { laureateId: 'atelier', role: 'signatory', active: true } as const;
  return {
    [accounts.path(uid)]: accounts.write(
      newAccount({
        uid,
        name,
        earlierNames: [EARLIER_NAME],
        email,
        kind: 'laureate',
        phone: `${CANARY} 06`,
        laureateIds: ['atelier'],
        active: false,
      }),
    ),
    [accounts.path(OTHER.uid)]: accounts.write(newAccount({ ...OTHER, kind: 'laureate', laureateIds: ['atelier'] })),
    [emails.path(sha256(email))]: emails.write({ uid }),
    [members.path('atelier', uid)]: members.write({ ...member, uid, name, email }),
    [members.path('atelier', OTHER.uid)]: members.write({ ...member, ...OTHER }),
    [`accounts/${uid}/drafts/note`]: { schema: 1, text: CANARY, updatedAt: now },
    [workDrafts.path('forge', 'report')]: workDrafts.write({
      ...{ about: 'm1', revision: 1, text: 'Rapport', by: { uid: 'noe', name: 'noe' }, savedAt: now },
      ...{ before: null, editors: { [uid]: { name, since: now, seenAt: now } } },
    }),
    [messages.path('m1', 'a')]: messages.write({
      ...{ ...message, id: 'a', text: `Bonjour, ${CANARY}`, fileIds: ['joined'], withdrawnAt: null },
      by: { ...by, side: 'laureate', organisation: 'atelier' },
    }),
    [messages.path('m1', 'b')]: messages.write({
      ...{ ...message, id: 'b', text: `Merci à ${name}, dit ${OTHER.name}`, fileIds: [], withdrawnAt: null },
      by: { uid: OTHER.uid, name: OTHER.name, side: 'laureate', organisation: 'atelier' },
    }),
    [links.path('m1', 'l')]: links.write({
      ...{
        id: 'l',
        missionId: 'm1',
        laureateId: 'atelier',
        url: 'https://exemple.test/',
        title: CANARY,
        side: 'laureate',
      },
      ...{ byUid: uid, byName: name, at: now, removedAt: null, removedBy: null },
    }),
    [uploads.path('u')]: uploads.write({
      ...{ id: 'u', uid, piece: 'working', laureateId: 'atelier', missionId: 'm1', name: `${CANARY}.pdf`, size: 1 },
      ...{
        createdAt: now,
        ownerName: name,
        side: 'laureate',
        replacesId: null,
        state: 'rejected',
        fileId: null,
        message: null,
      },
    }),
    [accessLog.path('joined')]: accessLog.write({
      ...line,
      laureateIds: ['atelier'],
      uid: OTHER.uid,
      name: OTHER.name,
      fileId: 'joined',
      fileName: `${CANARY}.pdf`,
    }),
    [accessLog.path('seen')]: accessLog.write({
      ...line,
      laureateIds: ['atelier'],
      uid,
      name,
      fileId: 'seen',
      fileName: 'plan.pdf',
    }),
    [summaries.path(week.id)]: summaries.write({
      ...summaryOf(factsWith({})),
      opened: [{ at: now, person: `${name} (Atelier)`, laureates: ['Atelier'] }],
    }),
    [outbox.path('own')]: outbox.write({ ...queued({ ...mail, id: 'own', mail: 'reminder', to }), state: 'sent' }),
    [outbox.path('notice')]: outbox.write({
      ...queued({ ...mail, id: 'notice', mail: 'validationNotice', to }),
      state: 'sent',
    }),
    [outbox.path('others')]: outbox.write({
      ...queued({
        ...mail,
        id: 'others',
        mail: 'missionChanged',
        to: OTHER,
        facts: { ...facts, recipientName: OTHER.name, byName: name },
      }),
      state: 'sent',
    }),
    [digests.path(`2026-11-30.${uid}`)]: digests.write({
      ...{
        id: `2026-11-30.${uid}`,
        period: 'daily',
        name: '2026-11-30',
        uid,
        mailId: 'own',
        actions: 1,
        news: 0,
        at: now,
      },
    }),
    [notes.path('n')]: notes.write({
      ...{
        id: 'n',
        about: { kind: 'mission', id: 'm1' },
        kind: 'call',
        at: now,
        by: { uid: 'staff', name: 'Inès' },
        text: `Appel de ${name}`,
      },
      ...{ withWhom: name, calledOn: null, followUpOn: null, correctsId: null, withdrawn: null },
    }),
    [tasks.path('zz')]: tasks.write({
      ...{ ...about, id: 'zz', kind: 'deadMail', at: now, about: `${name}, ${email}` },
      ...{ assigneeUid: null, snoozedUntil: null, closedAt: null, closedBy: null },
    }),
    [signInTokens.path('t')]: signInTokens.write({
      ...{ uid, email, requestId: null, next: '/laureat', createdAt: now, expiresAt: now, usedAt: now },
    }),
    [signInTokens.path('before')]: signInTokens.write({
      ...{ uid, email: EARLIER, requestId: null, next: '/laureat', createdAt: now, expiresAt: now, usedAt: now },
    }),
    [tasks.path('earlier')]: tasks.write({
      ...{ ...about, id: 'earlier', kind: 'deadMail', at: now, about: `${EARLIER_NAME}, ${EARLIER}` },
      ...{ assigneeUid: null, snoozedUntil: null, closedAt: null, closedBy: null },
    }),
    [proofOrigins.path('p')]: originOf('p', now),
  };
}

/** A mission that the person asked for and validated, and everything else that it left. */
export async function leaveTraces(firestore: Firestore, bucket: Bucket, now: number): Promise<LiveStory> {
  const live = await LiveStory.begin(firestore);
  await live.play(zelie, 'request', { need: `Nous cherchons ${CANARY}` });
  await live.play(expert, 'declareNoInterest');
  await live.play(expert, 'accept');
  await live.play(expert, 'submitDiagnostic');
  await live.play(zelie, 'validate');
  const writer = firestore.bulkWriter();
  for (const { id } of (await firestore.collection(PROOFS).where('person.uid', '==', uid).get()).docs) {
    void writer.set(firestore.doc(proofOrigins.path(id)), originOf(id, now));
  }
  for (const [path, document] of Object.entries(written(now))) void writer.set(firestore.doc(path), document);
  for (const [id, piece] of [
    ['joined', 'attachment'],
    ['seen', 'working'],
    ['kept', 'signedDevis'],
  ] as const) {
    const owner = id === 'seen' ? { ownerUid: OTHER.uid, ownerName: OTHER.name } : { ownerUid: uid, ownerName: name };
    void writer.set(
      firestore.doc(files.path(id)),
      files.write({
        ...{
          id,
          piece,
          ...owner,
          laureateId: 'atelier',
          missionId: 'm1',
          name: id === 'seen' ? 'plan.pdf' : `${id}-${CANARY}.pdf`,
          side: 'laureate',
        },
        ...{
          contentType: 'application/pdf',
          size: 1,
          sha256: sha256(id),
          createdAt: now,
          path: storedPath(id),
          shared: false,
        },
        ...{ replacesId: null, replacedById: null, withdrawnAt: null, scan: 'clean', preview: 'none' },
      }),
    );
    await bucket.file(storedPath(id)).save(CANARY, { resumable: false });
    await bucket.file(previewPath(id)).save(CANARY, { resumable: false });
  }
  // More than a page of them before the one that is the person's.
  for (let index = 0; index < 620; index += 1) {
    void writer.set(firestore.doc(`tasks/a${index}`), { about: 'Rien', closedAt: null });
  }
  await writer.close();
  return live;
}
