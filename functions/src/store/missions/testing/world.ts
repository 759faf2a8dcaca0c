import type { BulkWriter, Firestore } from 'firebase-admin/firestore';
import type { Story } from '../../../domain/missions/testing/story.ts';
import { emptyBalance } from '../../../domain/subsidy/ledger.ts';
import { experts } from '../../collections/experts.ts';
import { files } from '../../collections/files.ts';
import { grants } from '../../collections/grants.ts';
import { invoices } from '../../collections/invoices.ts';
import { laureates } from '../../collections/laureates.ts';
import { ledger, ledgerHeads } from '../../collections/ledger.ts';
import { missionEvents, missions } from '../../collections/missions.ts';
import { shares } from '../../collections/shares.ts';
import { submissions } from '../../collections/submissions.ts';
import { extendChain } from '../../laureates/ledger-chain.ts';

const NOON = Date.UTC(2024, 2, 5, 11);
/** Each laureate of a story has its own, as the rules ask. */
const sirets: Readonly<Record<string, string>> = {
  atelier: '73282932000074',
  bocal: '55208131766522',
  chanvre: '35600000000048',
};
const OTHER_SIRET = '12345678900011';

/** Stores a story as the commits that it stands for would have left it: its laureates, its expert, and every mission of `missionIds`. */
export async function storeWorld(firestore: Firestore, story: Story, missionIds: readonly string[]): Promise<void> {
  const writer = firestore.bulkWriter();
  storeExpert(firestore, writer, story);
  for (const laureateId of Object.keys(story.laureates)) storeLaureate(firestore, writer, story, laureateId);
  for (const missionId of missionIds) storeMission(firestore, writer, story.about(missionId));
  for (const grant of story.grants) {
    writer.set(firestore.doc(grants.path(grant.laureateId, grant.uid)), grants.write(grant));
  }
  for (const invoice of Object.values(story.invoices)) {
    writer.set(firestore.doc(invoices.path(invoice.id)), invoices.write(invoice));
  }
  await writer.close();
  await storeFiles(firestore, story, new Set());
}

/** The documents of the story that are not stored yet: whoever sends a devis or a report has deposited it first. */
export async function storeFiles(firestore: Firestore, story: Story, stored: Set<string>): Promise<void> {
  const writer = firestore.bulkWriter();
  for (const file of Object.values(story.files).filter(({ id }) => !stored.has(id))) {
    stored.add(file.id);
    const document = files.write({
      ...file,
      ...{ name: 'Pièce.pdf', size: 1, createdAt: NOON, path: `files/${file.id}` },
      ...{ ownerName: '', side: 'expert', shared: false, replacesId: null, replacedById: null, withdrawnAt: null },
      ...{ scan: 'clean', preview: 'none' },
    });
    writer.set(firestore.doc(files.path(file.id)), document);
  }
  await writer.close();
}

function storeExpert(firestore: Firestore, writer: BulkWriter, { expert }: Story): void {
  const document = experts.write({
    ...{ id: expert.id, company: expert.name, siret: '12345678900011', state: 'published', published: true },
    mayBeCommissioned: expert.mayBeCommissioned,
    contact: { name: 'Noé', email: 'noe@exemple.fr', phone: '06 12 34 56 78' },
    publishes: { email: false, phone: false },
    ...{
      website: '',
      subthemes: ['4.2'],
      regions: ['Bretagne'],
      formVersion: 1,
      answers: {},
      noInterestDeclaredAt: NOON,
    },
    ...{ interests: [], interestsLifted: null, submittedAt: NOON, review: null },
  });
  writer.set(firestore.doc(experts.path(expert.id)), document);
}

function storeLaureate(firestore: Firestore, writer: BulkWriter, story: Story, laureateId: string): void {
  const { entries, fundedBase, name, note, status, openToSharing } = story.laureate(laureateId);
  const document = laureates.write({
    ...{ id: laureateId, reference: null, name, status, balance: emptyBalance },
    legalEntities: [{ from: '2023-01-01', siret: sirets[laureateId] ?? OTHER_SIRET, name, fundedBase }],
    ...{ promotion: 1, territory: 'rural', region: 'Bretagne', department: 'Finistère' },
    note: note && { version: note.version, accepted: note.accepted, subthemes: [...note.subthemes], at: NOON },
    openToSharing: openToSharing ? { at: NOON, byName: name } : null,
  });
  writer.set(firestore.doc(laureates.path(laureateId)), document);
  const chain = extendChain(null, [], entries, laureateId);
  for (const line of chain.lines) {
    writer.set(firestore.doc(ledger.path(laureateId, line.entry.id)), ledger.write(line));
  }
  writer.set(firestore.doc(ledgerHeads.path(laureateId)), ledgerHeads.write(chain.head));
}

function storeMission(firestore: Firestore, writer: BulkWriter, { mission, events, shares: parts, submitted }: Story) {
  writer.set(firestore.doc(missions.path(mission.id)), missions.write(mission));
  for (const event of events) {
    writer.set(firestore.doc(missionEvents.path(mission.id, `${event.number}`)), missionEvents.write(event));
  }
  for (const share of Object.values(parts)) {
    writer.set(firestore.doc(shares.path(share.laureateId, mission.id)), shares.write(share));
  }
  if (submitted) {
    const path = submissions.path(mission.id, `${submitted.version}`);
    writer.set(firestore.doc(path), submissions.write(submitted));
  }
}
