import type { Firestore } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../functions/src/domain/actor.ts';
import { HOUR, type Instant, MINUTE } from '../../functions/src/domain/calendar.ts';
import { logoRefusal } from '../../functions/src/entrypoints/logo.ts';
import { get } from '../../functions/src/store/collection.ts';
import { accounts } from '../../functions/src/store/collections/accounts.ts';
import { uploads } from '../../functions/src/store/collections/files.ts';
import { requestUpload } from '../../functions/src/store/files/announce.ts';
import { stuckUploads, verifyUpload } from '../../functions/src/store/files/uploads.ts';
import { hostileActions } from '../../functions/src/store/inspection/testing/hostile-pdf-actions.ts';
import { at, idOf } from '../seed/random.ts';
import { accepted, type Place } from '../seed/world.ts';
import type { Faults } from './faults.ts';
import { mayDie } from './mortal.ts';

/** The door that files come through, with those who hold it: what is deposited is announced, sent, and examined. */
export class Door {
  readonly #faults: Faults;
  readonly #refused: string[] = [];

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** The ids of what was sent to be refused. */
  get hostile(): readonly string[] {
    return this.#refused;
  }

  /** A devis comes in as any file does; before it, sometimes, one that must not. Its id is the one that was planned. */
  keep: NonNullable<Place['keep']> = async (firestore, bucket, file, bytes) => {
    const { id, ownerUid, missionId, createdAt: now, name } = file;
    if (missionId === null) throw new Error('a devis is of a mission');
    const place = { firestore, bucket };
    const actor = await expertNamed(firestore, ownerUid, now);
    if (this.#faults.strikes('badFile', id)) {
      const hostile = this.#faults.chance('hostile', id).between(0, hostileActions.length - 1);
      const bad = idOf(id, 'hostile');
      this.#refused.push(bad);
      await this.#deposit(
        place,
        { id: bad, actor, missionId, now, name: 'devis-piege.pdf' },
        await at(hostileActions, hostile).make(true),
      );
    }
    await this.#deposit(place, { id, actor, missionId, now, name }, bytes);
    const upload = await get(firestore, uploads, id);
    if (upload?.fileId !== id) throw new Error(`a devis was not kept: ${upload?.state}, ${upload?.message}`);
    return { id };
  };

  async #deposit(place: Examined, sent: Sent, bytes: Uint8Array): Promise<void> {
    const { firestore, bucket } = place;
    const { id: uploadId, actor, missionId, name, now } = sent;
    const request = { piece: 'devis', missionId, laureateId: null, name, size: bytes.byteLength } as const;
    const { path } = accepted(await requestUpload(firestore, { actor, request, uploadId, now }));
    await bucket.file(path).save(Buffer.from(bytes), { resumable: false, contentType: 'application/pdf' });
    const death = this.#faults.death('depositDies', uploadId);
    const examined = await mayDie(death, () => examine(place, actor.uid, uploadId));
    if (examined !== 'died') return;
    this.#faults.count('depositDies');
    // As the sweep finds it, once what only seems to be on its way has had its day. Those of the others are in good hands.
    const stuck = await stuckUploads(firestore, now + 25 * HOUR);
    const own = stuck.find(({ id }) => id === uploadId);
    // Nothing is left to do where its last writing had arrived.
    if (own) await examine(place, own.uid, own.id);
  }
}

type Examined = Pick<Place, 'firestore' | 'bucket'>;

/** What the trigger of a deposit does. */
function examine({ firestore, bucket }: Examined, uid: string, uploadId: string) {
  return verifyUpload(firestore, bucket, { scanner: null, printRefusal: logoRefusal }, { uid, uploadId });
}

async function expertNamed(firestore: Firestore, uid: string, now: Instant): Promise<SignedInActor> {
  const account = await get(firestore, accounts, uid);
  if (account === null || account.expertId === null) throw new Error('a devis comes from an expert');
  return { kind: 'expert', uid, name: account.name, signedInAt: now - MINUTE, expertId: account.expertId };
}

interface Sent {
  readonly id: string;
  readonly actor: SignedInActor;
  readonly missionId: string;
  readonly now: Instant;
  readonly name: string;
}
