import type { MailPreferences } from '@sur-mesure/functions/domain/notifications/choosing';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { allAsTheProgramme, allWeekly } from './changes.ts';
import { fieldIdOf, MailGroup } from './MailGroup.tsx';
import { groupNames } from './mail-words.ts';
import { NotShown } from './NotShown.tsx';
import { Saved, SavedAloud } from './Saved.tsx';
import type { Choosing } from './usePreferences.ts';
import './preferences.css';

interface ChoicesProps {
  readonly choosing: Choosing;
  /** The mail whose « se désabonner » led here: its choice takes the focus. */
  readonly about?: string | undefined;
}

/** Which mails one receives, and when. */
export function Choices({ choosing, about }: ChoicesProps) {
  const { answer, reload } = choosing;
  const loaded = answer !== undefined;
  useEffect(() => {
    if (loaded && about !== undefined) document.getElementById(fieldIdOf(about))?.focus();
  }, [loaded, about]);
  if (answer === undefined) return <Skeleton lines={8} />;
  if (isRefusal(answer)) return <NotShown refusal={answer} reload={reload} />;
  return (
    <div class="stack stack-loose">
      <p class="lead">
        Courriels envoyés à <strong>{answer.address}</strong>
      </p>
      {answer.reader === null ? (
        <EmptyState>Vous ne recevez que vos liens de connexion : il n’y a rien à choisir.</EmptyState>
      ) : (
        <>
          <Shortcuts choosing={choosing} preferences={answer} />
          {groupNames.map((name) => (
            <MailGroup key={name} name={name} mails={answer.mails} choosing={choosing} />
          ))}
        </>
      )}
      <SavedAloud choosing={choosing} />
    </div>
  );
}

interface ShortcutsProps {
  readonly choosing: Choosing;
  readonly preferences: MailPreferences;
}

function Shortcuts({ choosing, preferences }: ShortcutsProps) {
  return (
    <section class="stack stack-tight" aria-label="Tout régler d’un coup">
      <div class="row">
        <Button id="weekly" onClick={() => choosing.change('all', allWeekly(preferences))}>
          Tout en un seul courriel par semaine
        </Button>
        <Button tone="quiet" onClick={() => choosing.change('all', allAsTheProgramme(preferences))}>
          Revenir aux choix du programme
        </Button>
      </div>
      <p class="small muted">
        Ce que le programme impose part toujours tout de suite. Chaque choix est enregistré dès que vous le faites.
      </p>
      <Saved place="all" choosing={choosing} returnTo="weekly" />
    </section>
  );
}
