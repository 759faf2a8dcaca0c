import { vi } from 'vitest';
import type { UploadRequest } from '../functions/src/domain/api.ts';
import { expectCall } from './calls.ts';
import type { Person } from './people.ts';
import { bucket, storageHost } from './suite.ts';

/** Sends bytes where the server said, as the Storage SDK of a page does; answers the HTTP status. */
export async function sendObject(path: string, bytes: Uint8Array, token: string | null): Promise<number> {
  const response = await fetch(
    `http://${storageHost}/v0/b/${bucket.name}/o?uploadType=media&name=${encodeURIComponent(path)}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/pdf', ...(token === null ? {} : { authorization: `Firebase ${token}` }) },
      body: Buffer.from(bytes),
    },
  );
  await response.arrayBuffer();
  return response.status;
}

/** Reads an object as a page does: its status, and its bytes when they may be read. */
export async function readObject(path: string, token: string | null): Promise<{ status: number; bytes: Uint8Array }> {
  const response = await fetch(`http://${storageHost}/v0/b/${bucket.name}/o/${encodeURIComponent(path)}?alt=media`, {
    headers: token === null ? {} : { authorization: `Firebase ${token}` },
  });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** Announces, sends and waits for the verdict, as the page's `depositPiece` does. */
export async function deposit(
  person: Person,
  request: Omit<UploadRequest, 'size'>,
  bytes: Uint8Array,
): Promise<string> {
  const place = await expectCall('requestUpload', { ...request, size: bytes.byteLength }, person.token);
  const status = await sendObject(place.path, bytes, person.token);
  if (status !== 200) throw new Error(`the upload was refused: HTTP ${status}`);
  return vi.waitFor(
    async () => {
      const { state, fileId, message } = await expectCall('uploadState', { uploadId: place.uploadId }, person.token);
      if (fileId === null) throw new Error(`no verdict on the upload: ${state}, ${message}`);
      return fileId;
    },
    { timeout: 20_000, interval: 100 },
  );
}
