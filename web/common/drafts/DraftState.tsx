import { outcomeIsUnknown } from '../api/refusals.ts';
import { DateText } from '../words/DateText.tsx';
import type { SyncState } from './draft-sync.ts';
import type { SyncedDraft } from './useSyncedDraft.ts';

interface DraftStateProps {
  readonly draft: Pick<SyncedDraft<unknown>, 'sync'>;
  /** Who finds it, where it is kept elsewhere: « vos collègues et vous, sur tous vos appareils ». */
  readonly found: string;
}

/** Where what is typed is kept, in one quiet line. */
export function DraftState({ draft: { sync }, found }: DraftStateProps) {
  return (
    // Said aloud where something must be known, not at each pause of whoever types.
    <p class="small muted" aria-live={sync?.state.kind === 'here' ? 'polite' : 'off'}>
      {sync === null ? (
        'Ce que vous écrivez est gardé sur cet appareil au fur et à mesure.'
      ) : (
        <Words state={sync.state} found={found} />
      )}
    </p>
  );
}

function Words({ state, found }: { readonly state: SyncState; readonly found: string }) {
  switch (state.kind) {
    case 'kept':
      return state.at === null ? (
        <>Ce que vous écrivez s’enregistre au fur et à mesure, pour {found}.</>
      ) : (
        <>
          Enregistré le <DateText instant={state.at} hour />, pour {found}.
        </>
      );
    case 'here':
      return outcomeIsUnknown(state.refusal) ? (
        <>Gardé sur cet appareil : l’enregistrement reprendra de lui-même.</>
      ) : (
        <>Gardé sur cet appareil seulement. {state.refusal.message}</>
      );
    case 'two':
      return <>Gardé sur cet appareil, en attente de votre choix entre deux textes.</>;
    default:
      return <>Gardé sur cet appareil, enregistrement en cours…</>;
  }
}
