import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type FetchedFile, fetchFile } from './fetch-file.ts';

export type Arrival = FetchedFile | Refusal | 'coming' | undefined;

/** The whole file, asked for by the first thing that needs it and kept while the reader is open: read, then saved, it travels once. */
export function useWholeFile(fileId: string) {
  const [arrival, setArrival] = useState<Arrival>();
  const asked = useRef<Promise<FetchedFile | Refusal>>(undefined);
  const need = async (): Promise<FetchedFile | Refusal> => {
    if (asked.current === undefined) {
      setArrival('coming');
      asked.current = fetchFile(fileId, 'file');
    }
    const answer = await asked.current;
    // A failure is forgotten, so that the next press asks again.
    if (isRefusal(answer)) asked.current = undefined;
    setArrival(answer);
    return answer;
  };
  return { arrival, need };
}

/** The picture of the first page, when the server has made one. */
export function usePreview(fileId: string, exists: boolean): Arrival {
  const [arrival, setArrival] = useState<Arrival>(exists ? 'coming' : undefined);
  useEffect(() => {
    if (exists) fetchFile(fileId, 'preview').then(setArrival);
  }, [fileId, exists]);
  return arrival;
}

/** An address of this page for bytes it holds, given back when they change or the reader closes. */
export function useBlobAddress(bytes: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (bytes === undefined) return;
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return bytes === undefined ? undefined : address;
}
