import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FolderMission, folderOf } from '../../domain/dossiers/folder.ts';
import { type FolderLink, removesLink } from '../../domain/dossiers/links.ts';
import type { StoredFile } from '../../domain/dossiers/pieces.ts';
import type { Facts, Grant } from '../../domain/missions/facts.ts';
import { departures, type Mission } from '../../domain/missions/mission.ts';
import type { LinkRow } from '../../domain/missions/views.ts';

/** A mission's working folder as one reader sees it. */
export interface Folder {
  readonly mission: FolderMission;
  readonly mayShare: boolean;
  shows(file: StoredFile): boolean;
  showsLink(link: FolderLink): boolean;
}

/** `laureateId`: for whom the reader speaks. A link is shown as a file would be that the same person had put there. */
export function folderFor(
  actor: Actor,
  mission: Mission,
  { laureateId, facts }: { laureateId: string | null; facts: Facts },
): Folder {
  const folder = folderOf(mission);
  const among = { expertId: folder.expertId, laureateIds: mission.laureateIds, departures: departures(mission) };
  const grantOn = (id: string | null): Grant | null =>
    facts.grants.find((one) => 'uid' in actor && one.uid === actor.uid && one.laureateId === id) ?? null;
  const shows = (file: StoredFile) =>
    can(actor, {
      action: 'seeFile',
      file,
      grant: grantOn(file.laureateId),
      mission: { ...among, handedInAt: file.createdAt },
      now: facts.now,
    }) === null;
  const speaksFor = actor.kind === 'laureate' ? laureateId : null;
  return {
    mission: folder,
    mayShare: can(actor, { action: 'workInFolder', laureateId: speaksFor, mission: folder }) === null,
    shows,
    showsLink: (link) => shows(asFile(link)),
  };
}

/** What the policy of files asks of a link: whose it is and since when. */
function asFile({ id, missionId, laureateId, byUid, byName, side, title, at }: FolderLink): StoredFile {
  return {
    ...{ id, missionId, laureateId, side, name: title, ownerUid: byUid, ownerName: byName, createdAt: at },
    ...{ piece: 'working', contentType: 'text/uri-list', size: 0, sha256: '', scan: 'clean', preview: 'none' },
    ...{ shared: false, replacesId: null, replacedById: null, withdrawnAt: null },
  };
}

export function rowOfLink(link: FolderLink, actor: Actor): LinkRow {
  const { id, url, title, byName, at } = link;
  return { linkId: id, url, title, byName, at, mayRemove: removesLink(actor, link) };
}
