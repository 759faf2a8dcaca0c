import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { newOperationId } from '../api/call.ts';
import { outcomeIsUnknown } from '../api/refusals.ts';
import { saveAs } from '../files.ts';
import { fetchFile } from '../reader/fetch-file.ts';
import { useLookAgain } from './documents-coming.ts';

interface Asking<Kind extends string> {
  /** Those that the page shows: the one that was asked for joins them. */
  readonly documents: readonly Pick<FileRow, 'fileId' | 'name'>[];
  readonly refresh: () => void;
  readonly request: (kind: Kind, operationId: string) => Promise<{ readonly fileId: string } | Refusal>;
}

export interface AskedDocument<Kind extends string> {
  readonly ask: (kind: Kind) => Promise<void>;
  /** The one that is being made. */
  readonly coming: Kind | undefined;
  readonly refusal: Refusal | undefined;
}

/** Asks for a PDF, looks until it is there, and saves it. A cut connection asks again under the same name: it is made once. */
export function useAskedDocument<Kind extends string>({
  documents,
  refresh,
  request,
}: Asking<Kind>): AskedDocument<Kind> {
  const [asked, setAsked] = useState<{ readonly kind: Kind; readonly fileId: string | undefined }>();
  const [refusal, setRefusal] = useState<Refusal>();
  const operation = useRef<{ readonly kind: Kind; readonly id: string }>(undefined);
  const ask = async (kind: Kind) => {
    if (asked !== undefined) return;
    if (operation.current?.kind !== kind) operation.current = { kind, id: newOperationId() };
    setRefusal(undefined);
    setAsked({ kind, fileId: undefined });
    const answer = await request(kind, operation.current.id);
    if (isRefusal(answer)) {
      if (!outcomeIsUnknown(answer)) operation.current = undefined;
      setRefusal(answer);
      setAsked(undefined);
      return;
    }
    operation.current = undefined;
    setAsked({ kind, fileId: answer.fileId });
    refresh();
  };
  const made = documents.find(({ fileId }) => fileId === asked?.fileId);
  useLookAgain(asked?.fileId !== undefined && made === undefined, refresh);
  useEffect(() => {
    if (made === undefined) return;
    setAsked(undefined);
    fetchFile(made.fileId, 'file').then((file) => {
      if (isRefusal(file)) setRefusal(file);
      else saveAs(file.bytes, made.name);
    });
  }, [made?.fileId]);
  return { ask, coming: asked?.kind, refusal };
}
