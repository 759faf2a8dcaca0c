import { checkedLink, LONGEST_TITLE } from '@sur-mesure/functions/domain/dossiers/links';
import type { LinkRow } from '@sur-mesure/functions/domain/missions/views';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Button } from '../button/Button.tsx';
import { TextField } from '../field/TextField.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { DateText } from '../words/DateText.tsx';

interface FolderLinksProps {
  readonly missionId: string;
  readonly links: readonly LinkRow[];
  readonly mayAdd: boolean;
  readonly onChanged: () => void;
}

/** What is exchanged elsewhere: a shared table, a film, a plan too heavy for here. */
export function FolderLinks({ missionId, links, mayAdd, onChanged }: FolderLinksProps) {
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const remove = async (linkId: string) => {
    setBusy(linkId);
    const answer = await call('removeLink', { missionId, linkId });
    setBusy(undefined);
    setRefusal(isRefusal(answer) ? answer : undefined);
    if (!isRefusal(answer)) onChanged();
  };
  if (links.length === 0 && !mayAdd) return null;
  return (
    <div class="stack">
      <h3>Liens</h3>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {links.length > 0 && (
        <ul class="plain-list">
          {links.map(({ linkId, url, title, byName, at, mayRemove }) => (
            <li key={linkId} class="link-line">
              <div>
                <a href={url} target="_blank" rel="noopener noreferrer external">
                  {title}
                </a>{' '}
                <span class="small muted">
                  {new URL(url).hostname}, ajouté le <DateText instant={at} /> par {byName}
                </span>
              </div>
              {mayRemove && (
                <Button tone="quiet" busy={busy === linkId} onClick={() => remove(linkId)}>
                  Retirer<span class="visually-hidden"> le lien « {title} »</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddLink missionId={missionId} onAdded={onChanged} />}
    </div>
  );
}

function useAdding(missionId: string, onAdded: () => void) {
  const [typed, setTyped] = useState({ url: '', title: '' });
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const add = async () => {
    if (busy) return;
    // The same check as the server's, before a wait for nothing.
    const link = checkedLink(typed);
    if (isRefusal(link)) {
      setRefusal(link);
      return document.getElementById('link-url')?.focus();
    }
    setBusy(true);
    const answer = await call('addLink', { missionId, ...link });
    setBusy(false);
    setRefusal(isRefusal(answer) ? answer : undefined);
    if (isRefusal(answer)) return;
    setTyped({ url: '', title: '' });
    onAdded();
  };
  return { typed, setTyped, refusal, busy, add };
}

function AddLink({ missionId, onAdded }: { readonly missionId: string; readonly onAdded: () => void }) {
  const { typed, setTyped, refusal, busy, add } = useAdding(missionId, onAdded);
  return (
    <details class="former">
      <summary>Ajouter un lien</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          id="link-url"
          label="Adresse"
          hint="Elle commence par https:// ; vérifiez que la personne à qui vous l’envoyez peut l’ouvrir."
          type="url"
          value={typed.url}
          error={refusal?.message}
          onInput={(url) => setTyped({ ...typed, url })}
        />
        <TextField
          id="link-title"
          label="Ce que c’est"
          optional
          maxLength={LONGEST_TITLE}
          value={typed.title}
          onInput={(title) => setTyped({ ...typed, title })}
        />
        <div>
          <Button type="submit" busy={busy}>
            Ajouter le lien
          </Button>
        </div>
      </form>
    </details>
  );
}
