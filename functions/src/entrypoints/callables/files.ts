import { requestUpload as request } from '../../store/files/announce.ts';
import { openFile as open } from '../../store/files/file-access.ts';
import { fileAction as act } from '../../store/files/file-actions.ts';
import { addLink as add, removeLink as remove } from '../../store/files/links.ts';
import { uploadState as state } from '../../store/files/uploads.ts';
import { bucket } from '../bucket.ts';
import { callable } from '../callable.ts';
import { scanner } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { addLinkInput, fileActionInput, fileInput, removeLinkInput, uploadInput, uploadStateInput } from '../inputs.ts';

export const requestUpload = callable<'requestUpload'>(uploadInput, (input, { actor, now }) =>
  request(firestore(), { actor, request: input, uploadId: newId(), now }),
);

export const uploadState = callable<'uploadState'>(uploadStateInput, ({ uploadId }, { actor }) =>
  state(firestore(), actor, uploadId),
);

export const openFile = callable<'openFile'>(fileInput, ({ fileId, as = 'file' }, { actor, now }) =>
  open(firestore(), { actor, fileId, as, scannerConfigured: scanner() !== null, accessId: newId(), now }),
);

export const fileAction = callable<'fileAction'>(fileActionInput, (input, { actor, now }) =>
  act(firestore(), bucket(), { actor, input, lineId: newId(), now }),
);

export const addLink = callable<'addLink'>(addLinkInput, (input, { actor, now }) =>
  add(firestore(), { actor, input, linkId: newId(), now }),
);

export const removeLink = callable<'removeLink'>(removeLinkInput, (input, { actor, now }) =>
  remove(firestore(), { actor, input, now }),
);
