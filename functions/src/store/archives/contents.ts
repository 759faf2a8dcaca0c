import type { Firestore, Query } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import type { Amount } from '../../domain/archives/archive.ts';
import type { MissingFile } from '../../domain/archives/manifest.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Myself } from '../../domain/my-data/exported.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import type { ArchiveUnit, KeptArchive } from '../collections/archives.ts';
import { FILES, type KeptFile } from '../collections/files.ts';
import { LAUREATES } from '../collections/laureates.ts';
import { MISSIONS } from '../collections/missions.ts';
import { sharesOf } from '../collections/shares.ts';
import { laureateContents } from './laureate-contents.ts';
import { missionContents } from './mission-contents.ts';
import { exportedGroups, personContents } from './person-contents.ts';
import type { Source } from './zip.ts';

/** For whom: what goes in is what this person may read now. */
export interface Gathering {
  readonly actor: SignedInActor;
  readonly laureateId: string | null;
  readonly now: Instant;
  readonly scannerConfigured: boolean;
  /** The summary of an archive of one person, as a PDF: the store makes none. */
  readonly printMyself: PrintMyself;
  /** Every mission of the archive: what belongs to one and is not among them goes with its laureate. */
  readonly missionIds: ReadonlySet<string>;
}

export type PrintMyself = (me: Myself, now: Instant) => Promise<Uint8Array>;

/** What one mission or laureate puts in an archive; paths are within `folder`. */
export interface Contents {
  readonly folder: string;
  readonly at: Instant;
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** What the service makes for this archive alone. */
  readonly made?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly documents: readonly { readonly path: string; readonly file: KeptFile }[];
  readonly refused: readonly MissingFile[];
}

const contentsOf = { mission: missionContents, laureate: laureateContents, person: personContents } as const;

/** What goes in of one unit; a refusal when its reader may not have it. */
export function gather(
  firestore: Firestore,
  gathering: Gathering,
  { kind, id }: ArchiveUnit,
): Promise<Contents | Refusal> {
  return contentsOf[kind](firestore, gathering, id);
}

/** Its files, in order. The one mission of an archive is at its top, without a folder of its own. */
export function sourcesOf(
  bucket: Bucket,
  { folder, at, texts, made = [], documents }: Contents,
  scope: KeptArchive['scope'],
): Source[] {
  const within = (path: string) => (scope.kind === 'mission' || folder === '' ? path : `${folder}/${path}`);
  return [
    ...texts.map(({ path, text }): Source => {
      const bytes = Buffer.from(text);
      return { path: within(path), at, sha256: null, open: () => once(bytes) };
    }),
    ...made.map(({ path, bytes }): Source => ({ path: within(path), at, sha256: null, open: () => once(bytes) })),
    ...documents.map(({ path, file }): Source => {
      const { createdAt, sha256 } = file;
      const open = () => bucket.file(file.path).createReadStream({ validation: false });
      return { path: within(path), at: createdAt, sha256, open };
    }),
  ];
}

/** Bytes that are there already, as a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The units of a scope, each of which is gathered at once. Of the programme: a read a laureate and a mission. */
export async function unitsOf(firestore: Firestore, scope: KeptArchive['scope']): Promise<ArchiveUnit[]> {
  switch (scope.kind) {
    case 'mission':
      return [{ kind: 'mission', id: scope.missionId }];
    case 'laureate': {
      const parts = await firestore.collection(sharesOf(scope.laureateId)).select().get();
      return [
        { kind: 'laureate', id: scope.laureateId },
        ...parts.docs.map(({ id }): ArchiveUnit => ({ kind: 'mission', id })),
      ];
    }
    case 'programme': {
      const [all, missionList] = await Promise.all([
        firestore.collection(LAUREATES).select().get(),
        firestore.collection(MISSIONS).select().get(),
      ]);
      return [
        ...all.docs.map(({ id }): ArchiveUnit => ({ kind: 'laureate', id })),
        ...missionList.docs.map(({ id }): ArchiveUnit => ({ kind: 'mission', id })),
      ];
    }
    case 'person':
      return exportedGroups.map((id): ArchiveUnit => ({ kind: 'person', id }));
    default:
      return scope satisfies never;
  }
}

/** About what there will be, for the progress: every document of the units, whoever may read it. A read a document. */
export async function amountOf(
  firestore: Firestore,
  scope: KeptArchive['scope'],
  units: readonly ArchiveUnit[],
): Promise<Amount> {
  const sets: Query[] =
    scope.kind === 'person'
      ? [firestore.collection(FILES).where('ownerUid', '==', scope.uid)]
      : units.map(({ kind, id }) => filesOf(firestore, kind, id));
  let [count, bytes] = [0, 0];
  for (const set of sets) {
    for (const file of (await set.select('size').get()).docs) {
      const size: unknown = file.get('size');
      count += 1;
      bytes += typeof size === 'number' ? size : 0;
    }
  }
  return { files: count, bytes };
}

function filesOf(firestore: Firestore, kind: ArchiveUnit['kind'], id: string): Query {
  return kind === 'mission'
    ? firestore.collection(FILES).where('missionId', '==', id)
    : firestore.collection(FILES).where('laureateId', '==', id).where('missionId', '==', null);
}
