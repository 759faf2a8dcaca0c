import { can } from '../../domain/access/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { bucket } from '../bucket.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { importProgrammeInput } from '../inputs.ts';

const staffAlone = refuse('staff-only', 'Cette page est réservée à l’équipe France Tiers-Lieux.');

/** What ran before this service. Repeated after a cut, it finds what was written unchanged: its ids are those of the file's own references. */
export const importProgramme = callable<'importProgramme'>(importProgrammeInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'importLaureates' });
  if (refusal) return refusal;
  if (actor.kind !== 'staff') return staffAlone;
  // Here only, as the import of laureates: every other function would start slower for what reads CSV files.
  const store = await import('../../store/imports/import-programme.ts');
  return store.importProgramme(firestore(), bucket, { ...input, actor, now, newId });
});
