import { openFile as open } from '../../store/file-access.ts';
import { requestUpload as request, uploadState as state } from '../../store/uploads.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { fileInput, uploadInput, uploadStateInput } from '../inputs.ts';

export const requestUpload = callable<'requestUpload'>(uploadInput, (input, { actor, now }) =>
  request(firestore(), { actor, request: input, uploadId: newId(), now }),
);

export const uploadState = callable<'uploadState'>(uploadStateInput, ({ uploadId }, { actor }) =>
  state(firestore(), actor, uploadId),
);

export const openFile = callable<'openFile'>(fileInput, ({ fileId }, { actor, now }) =>
  open(firestore(), { actor, fileId, accessId: newId(), now }),
);
