import { logger } from 'firebase-functions';
import { makePreview } from '../../store/files/previews.ts';
import { watched } from '../../store/watched.ts';
import { bucket } from '../bucket.ts';
import { firestore } from '../firebase.ts';
import { idsIn, type Work } from './work.ts';

/** Draws the first page of a file. */
export const filePreview: Work = {
  trigger: 'makePreview',
  run: async (path) => {
    const file = idsIn(watched.makePreview, path)('fileId');
    const preview = await makePreview(firestore(), bucket(), file);
    if (preview === 'none') logger.warn('a file has no preview', { file });
  },
};
