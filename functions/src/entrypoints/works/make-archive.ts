import { makeArchiveStep } from '../../store/archives/archives.ts';
import { watched } from '../../store/watched.ts';
import { bucket } from '../bucket.ts';
import { origin, scanner } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { printMyData } from '../print-my-data.ts';
import { idsIn, type Work } from './work.ts';

/** Does one step of an archive, and asks for the next. */
export const archiveStep: Work = {
  trigger: 'makeArchive',
  run: (path) => {
    const id = idsIn(watched.makeArchive, path);
    return makeArchiveStep(firestore(), bucket(), {
      archiveId: id('archiveId'),
      stepId: id('stepId'),
      attempt: newId(),
      scannerConfigured: scanner() !== null,
      printMyself: (me, now) => printMyData(firestore(), { me, now, origin: origin.value() }),
      clock: Date.now,
    });
  },
};
