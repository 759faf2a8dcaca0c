import { watched } from '../../store/watched.ts';
import { bucket } from '../bucket.ts';
import { origin, signer } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { makeDocument } from '../make-document.ts';
import { idsIn, type Work } from './work.ts';

/** Makes a PDF that was asked for. */
export const requestedDocument: Work = {
  trigger: 'makeRequestedDocument',
  run: (path) => {
    const fileId = idsIn(watched.makeRequestedDocument, path)('fileId');
    return makeDocument(firestore(), bucket(), fileId, { origin: origin.value(), now: Date.now(), signer });
  },
};
