import type { DocumentReference, Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { HOUR } from '../../domain/calendar.ts';
import type { WorkDraftAnswer, WorkDraftInput } from '../../domain/experts/draft-contract.ts';
import {
  aboutNow,
  type DraftSubject,
  draftAbout,
  otherWriters,
  savedDraft,
  type WorkDraft,
} from '../../domain/experts/work-drafts.ts';
import { isLive } from '../../domain/missions/states.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { workDrafts } from '../collections/drafts.ts';
import { experts } from '../collections/experts.ts';
import { missions } from '../collections/missions.ts';
import { busy } from '../operations.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { withinLimit } from '../rate-limits.ts';
import { unknownExpert } from './expert-record.ts';

/** Somebody who types saves at each pause. */
const saves = { name: 'work-draft', most: 900, windowMs: HOUR } as const;
const tooManySaves = refuse(
  'too-many-saves',
  'Votre brouillon a été enregistré un très grand nombre de fois en une heure. Votre texte est gardé sur cet appareil.',
);
const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas, ou ne vous est pas ouverte.');
const formOfBefore = refuse(
  'draft-of-before',
  'Ce formulaire a été envoyé entre-temps. Votre texte est gardé sur cet appareil : rechargez la page pour écrire la suite.',
);
const noCompany = refuse('not-yours', 'Un brouillon se partage entre les personnes d’une structure experte.');

type ExpertActor = Extract<SignedInActor, { readonly kind: 'expert' }>;

interface Asked {
  readonly actor: SignedInActor;
  readonly input: WorkDraftInput;
  readonly now: number;
}

/** What a company writes together: read, saved, or forgotten once it is sent. 1 to 3 reads, 2 writes when saving. */
export async function workOnDraft(
  firestore: Firestore,
  { actor, input, now }: Asked,
): Promise<WorkDraftAnswer | Refusal> {
  if (actor.kind !== 'expert') return noCompany;
  const about = await currentAbout(firestore, actor, input.subject);
  if (isRefusal(about)) return about;
  const reference = firestore.doc(workDrafts.path(actor.expertId, keyOf(input.subject)));
  const shown = (draft: WorkDraft | null, saved: boolean) => answerOf(draft, { saved, about: input.about, actor, now });
  if (input.action === 'look') return shown(workDrafts.read(await reference.get()), true);
  if (input.action === 'forget') {
    await forget(reference, input.about);
    return shown(null, true);
  }
  if (input.about !== about) return formOfBefore;
  const { text, basedOn } = input;
  if (!(await withinLimit(firestore, saves, actor.uid, now))) return tooManySaves;
  const done = await optimistically<WorkDraftAnswer>(firestore, async (batch) => {
    const snapshot = await reference.get();
    const found = workDrafts.read(snapshot);
    const next = savedDraft(found, { about, text, basedOn }, actor, now);
    if (next === null) return { answer: shown(found, false), batch: null };
    rewrite(batch, snapshot, workDrafts.write(next));
    return { answer: shown(next, true), batch };
  });
  return done === null ? busy : done.answer;
}

function keyOf(subject: DraftSubject): string {
  return subject.kind === 'registration' ? 'registration' : `${subject.missionId}.${subject.task}`;
}

/** What was sent is forgotten; what a colleague began since, about the next version, stays. 1 read, 1 write. */
async function forget(reference: DocumentReference, about: string): Promise<void> {
  const snapshot = await reference.get();
  if (draftAbout(workDrafts.read(snapshot), about) === null || snapshot.updateTime === undefined) return;
  await reference.delete({ lastUpdateTime: snapshot.updateTime });
}

/** What a draft of this subject corrects now, or why it has none. 1 read, of the mission or of the profile. */
async function currentAbout(
  firestore: Firestore,
  actor: ExpertActor,
  subject: DraftSubject,
): Promise<string | Refusal> {
  if (subject.kind === 'registration') {
    const expert = await get(firestore, experts, actor.expertId);
    return expert === null ? unknownExpert : String(expert.submittedAt);
  }
  const mission = await get(firestore, missions, subject.missionId);
  if (mission === null || !isLive(mission.state)) return unknownMission;
  const denied = can(actor, { action: 'writeDraft', expertId: mission.expert.expertId });
  return denied === null ? aboutNow(subject.task, mission) : unknownMission;
}

interface Shown {
  readonly saved: boolean;
  readonly about: string;
  readonly actor: SignedInActor;
  readonly now: number;
}

function answerOf(found: WorkDraft | null, { saved, about, actor, now }: Shown): WorkDraftAnswer {
  const draft = draftAbout(found, about);
  return {
    saved,
    others: otherWriters(draft, actor.uid, now).map(({ name, since }) => ({ name, since })),
    draft: draft && {
      revision: draft.revision,
      text: draft.text,
      byName: draft.by.name,
      mine: draft.by.uid === actor.uid,
      savedAt: draft.savedAt,
      before: draft.before,
    },
  };
}
