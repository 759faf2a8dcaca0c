import type { Firestore } from 'firebase-admin/firestore';
import { sideOf } from '../../domain/access/belonging.ts';
import { can } from '../../domain/access/policy.ts';
import { roleIn, type SignedInActor } from '../../domain/actor.ts';
import { folderOf } from '../../domain/dossiers/folder.ts';
import { checkedLink, type FolderLink, MOST_LINKS, removesLink } from '../../domain/dossiers/links.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { links, linksOf } from '../collections/links.ts';
import { missions } from '../collections/missions.ts';

const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas, ou ne vous est pas ouverte.');
const unknownLink = refuse('link-unknown', 'Ce lien n’est plus dans le dossier de travail. Rechargez la page.');
const notYourLink = refuse('not-your-link', 'Seules la personne qui a ajouté ce lien et l’équipe peuvent le retirer.');
const full = refuse(
  'links-full',
  `Ce dossier de travail a déjà ${MOST_LINKS} liens. Retirez ceux qui ne servent plus, puis réessayez.`,
);

/** Puts a link in a mission's working folder (1 read, 1 count, 1 write). */
export async function addLink(
  firestore: Firestore,
  asked: {
    actor: SignedInActor;
    input: { missionId: string; url: string; title: string };
    linkId: string;
    now: number;
  },
): Promise<{ linkId: string } | Refusal> {
  const { actor, input, linkId, now } = asked;
  const checked = checkedLink(input);
  if (isRefusal(checked)) return checked;
  const mission = await get(firestore, missions, input.missionId);
  if (mission === null) return unknownMission;
  const folder = folderOf(mission);
  const laureateId = folder.laureateIds.find((id) => roleIn(actor, id) !== null) ?? null;
  const refusal = can(actor, { action: 'workInFolder', laureateId, mission: folder });
  const side = sideOf(actor);
  if (refusal || side === null) return refusal ?? unknownMission;
  const shown = firestore.collection(linksOf(mission.id)).where('removedAt', '==', null);
  if ((await shown.count().get()).data().count >= MOST_LINKS) return full;
  const link: FolderLink = {
    ...checked,
    id: linkId,
    missionId: mission.id,
    laureateId,
    byUid: actor.uid,
    byName: actor.name,
    side,
    at: now,
    removedAt: null,
    removedBy: null,
  };
  await firestore.doc(links.path(mission.id, linkId)).create(links.write(link));
  return { linkId };
}

/** Takes a link out of what is shown; it is kept, with who removed it. */
export async function removeLink(
  firestore: Firestore,
  asked: { actor: SignedInActor; input: { missionId: string; linkId: string }; now: number },
): Promise<{ done: string } | Refusal> {
  const { actor, input, now } = asked;
  const reference = firestore.doc(links.path(input.missionId, input.linkId));
  const link = links.read(await reference.get());
  if (link === null || link.removedAt !== null) return unknownLink;
  if (!removesLink(actor, link)) return notYourLink;
  await reference.update({ removedAt: now, removedBy: actor.name });
  return { done: 'Lien retiré du dossier de travail.' };
}
