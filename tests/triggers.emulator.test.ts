import { beforeAll, describe, expect, it, vi } from 'vitest';
import { cardOf } from '../functions/src/domain/experts/card.ts';
import { balanceOf } from '../functions/src/domain/subsidy/ledger.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { documentRequests } from '../functions/src/store/collections/document-requests.ts';
import { directory, expertEvents, experts } from '../functions/src/store/collections/experts.ts';
import { files, type Upload, uploads } from '../functions/src/store/collections/files.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { ledger, ledgerOf } from '../functions/src/store/collections/ledger.ts';
import { outbox, queued } from '../functions/src/store/collections/outbox.ts';
import { reviewExpert } from '../functions/src/store/experts.ts';
import { sha256 } from '../functions/src/store/ledger-chain.ts';
import { incomingPath, storedPath } from '../functions/src/store/stored-files.ts';
import { created, deliverAtOnce, finalized, sweep, threeTimes, whileEventsAreLost } from './events.ts';
import {
  type ExpertOfTests,
  type LaureateOfTests,
  laureateWith,
  openProgramme,
  play,
  publishedExpert,
  staff,
  submittedMission,
} from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore, inbox } from './suite.ts';

let expert: ExpertOfTests;

beforeAll(async () => {
  await openProgramme();
  expert = await publishedExpert();
});

/** A mission validated for 3 000 EUR, at `now`: a line on the ledger, an attestation to make, mails to send. */
async function validated(laureate: LaureateOfTests, now = Date.now()) {
  const { missionId, decision } = await submittedMission(laureate, expert, 3_000_00);
  const validate = () =>
    play(laureate.signatory, missionId, laureate.laureateId, { action: 'validate', input: decision }, now);
  return { missionId, validate };
}

async function ledgerLines(laureateId: string) {
  return ledger.list((await firestore.collection(ledgerOf(laureateId)).get()).docs);
}

async function shownBalance(laureateId: string) {
  return (await get(firestore, laureates, laureateId))?.balance;
}

async function attestationOf(missionId: string) {
  const asked = await firestore.collection('documentRequests').where('missionId', '==', missionId).get();
  const attestation = documentRequests.list(asked.docs).find(({ document }) => document.kind === 'attestation');
  if (!attestation) throw new Error('no attestation was asked for');
  return attestation;
}

async function eventsOf(expertId: string) {
  const found = await firestore.collection(experts.path(expertId)).doc().parent.parent;
  return found;
}

const mailTo = (email: string, now = Date.now()) =>
  queued({
    id: `signIn.${newId()}`,
    mail: 'signIn',
    to: { email, name: 'Anne Le Goff', uid: null },
    facts: {
      recipientName: 'Anne Le Goff',
      reader: 'laureate',
      laureateName: '',
      expertName: '',
      happened: '',
      byName: '',
      reason: '',
      state: null,
      need: '',
    },
    path: '/laureat',
    createdAt: now,
  });

const newEmail = () => `${newId().toLowerCase()}@exemple.fr`;

describe('an event delivered three times and out of order leaves the same state as once', () => {
  it('the balance shown is the sum of the ledger, whichever line the event is about', async () => {
  });
});
