import type { TemplatePreview } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import type { EditableTemplateName } from '@sur-mesure/functions/domain/templates/templates';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../../common/api/call.ts';

/** Long enough to finish a word: each preview is a document drawn on the server. */
const PAUSE = 700;

export interface Previewed {
  /** The last pages that could be made: what is being typed is often wrong for a moment. */
  readonly pages: Blob | undefined;
  readonly answer: Pick<TemplatePreview, 'faults' | 'missing'> | undefined;
  readonly refusal: Refusal | undefined;
  readonly busy: boolean;
}

/** The document that a text makes, followed while it is written. Only the last text asked for is answered. */
export function usePreview(template: EditableTemplateName, source: string, missionId: string | null): Previewed {
  const [state, setState] = useState<Previewed>({
    ...{ pages: undefined, answer: undefined, refusal: undefined, busy: true },
  });
  useEffect(() => {
    const stop = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const ask = async () => {
      const answer = await call('previewTemplate', { template, source, missionId }, { signal: stop.signal });
      if (stop.signal.aborted) return;
      setState(({ pages }) => {
        if (isRefusal(answer)) return { pages, answer: undefined, refusal: answer, busy: false };
        return { pages: answer.pdf === null ? pages : pdfOf(answer.pdf), answer, refusal: undefined, busy: false };
      });
    };
    const waiting = setTimeout(() => void ask(), PAUSE);
    return () => {
      clearTimeout(waiting);
      stop.abort();
    };
  }, [template, source, missionId]);
  return state;
}

function pdfOf(base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: 'application/pdf' });
}
