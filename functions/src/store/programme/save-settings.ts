import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { decideSettings, type SettingsAsked } from '../../domain/settings/change.ts';
import { get } from '../collection.ts';
import { settings, settingsInForce } from '../collections/settings.ts';
import { settingsChanges } from '../collections/settings-changes.ts';
import type { Attempt } from '../optimistic.ts';
import { type AskedOnce, type WrittenVersion, writeNextVersion } from '../version-changes.ts';

/** Writes the next version of the settings. 4 reads, 3 writes. */
export function saveNextSettings(
  firestore: Firestore,
  call: AskedOnce<SettingsAsked>,
): Promise<WrittenVersion | Refusal> {
  return writeNextVersion(firestore, { ...call, called: 'saveSettings' }, (batch) => attempt(firestore, batch, call));
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, asked, now }: AskedOnce<SettingsAsked>,
): Promise<Attempt<WrittenVersion | Refusal>> {
  const inForce = await settingsInForce(firestore);
  const present = firestore.doc(settings.path(String(inForce.version)));
  const [kept, lastChange, read] = await Promise.all([
    present.get(),
    get(firestore, settingsChanges, String(inForce.version)),
    get(firestore, settings, String(asked.basedOn)),
  ]);
  const decided = decideSettings({ inForce, lastChange, read, actor, now }, asked);
  if (isRefusal(decided)) return { answer: decided, batch: null };
  const { version } = decided.settings;
  // The defaults were never written: what was decided under them names a version that must stay readable.
  if (!kept.exists) batch.create(present, settings.write(inForce));
  batch.create(firestore.doc(settings.path(String(version))), settings.write(decided.settings));
  batch.create(firestore.doc(settingsChanges.path(String(version))), settingsChanges.write(decided.change));
  return { answer: { done: `Les réglages sont enregistrés : c’est leur version ${version}.`, version }, batch };
}
