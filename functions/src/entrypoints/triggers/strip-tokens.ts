import { onObjectMetadataUpdated } from 'firebase-functions/storage';
import { carriesToken, isRead, stripTokens } from '../../store/download-tokens.ts';
import { bucket } from '../firebase.ts';

/**
 * Takes back, within seconds, the download token that a reader mints by asking for metadata. The event of the stripping itself carries none, so
 * that it ends there; retried, since the object is read again as it is now. What no event told is the sweep's (`sweepProjections`).
 */
export const stripMintedTokens = onObjectMetadataUpdated(
  { retry: true, maxInstances: 5, concurrency: 20 },
  async ({ data }) => {
    if (isRead(data.name) && carriesToken(data)) await stripTokens(bucket(), data.name);
  },
);
