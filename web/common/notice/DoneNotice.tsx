import { Notice } from './Notice.tsx';

/** What an action did, in the service's own sentence, near the hand that pressed; nothing before. */
export function DoneNotice({ done }: { readonly done: string | undefined }) {
  if (done === undefined) return null;
  return (
    <Notice tone="success" announced>
      <p>{done}</p>
    </Notice>
  );
}
