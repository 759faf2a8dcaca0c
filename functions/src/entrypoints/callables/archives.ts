import { archiveAction as act } from '../../store/archives/asking.ts';
import { openArchive as open } from '../../store/archives/opening.ts';
import { bucket } from '../bucket.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { archiveActionInput, openArchiveInput } from '../inputs-archives.ts';

export const archiveAction = callable<'archiveAction'>(archiveActionInput, (input, { actor, now }) =>
  act(firestore(), bucket(), { actor, input, now }),
);

export const openArchive = callable<'openArchive'>(openArchiveInput, ({ archiveId }, { actor, now }) =>
  open(firestore(), { actor, archiveId, accessId: newId(), now }),
);
