import type { Theme } from '@sur-mesure/functions/domain/programme/theme-list';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import type { SettingsAsked } from '@sur-mesure/functions/domain/settings/change';
import { settingEffects } from '@sur-mesure/functions/domain/settings/sections';
import { themeChanges } from '@sur-mesure/functions/domain/settings/themes-setting';
import { useOperation } from '../../common/api/useOperation.ts';
import { ReviewDialog } from '../versions/ReviewDialog.tsx';

interface ThemesReviewProps {
  readonly asked: SettingsAsked;
  readonly themes: readonly Theme[];
  readonly inForce: readonly Theme[];
  readonly done: (message: string) => void;
  readonly close: () => void;
  readonly onStale: (refusal: Refusal) => void;
}

/** What is called otherwise, added, retired or taken up again: read before it is saved. */
export function ThemesReview({ asked, themes, inForce, done, close, onStale }: ThemesReviewProps) {
  const { run, busy, ...outcome } = useOperation('saveSettings');
  const confirm = async () => {
    const answer = await run((operationId) => ({ ...asked, operationId }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <ReviewDialog
      title="Enregistrer ces thématiques ?"
      confirmLabel="Enregistrer les thématiques"
      reason={asked.reason}
      staleCode="settings-stale"
      {...outcome}
      {...{ busy, onStale, close }}
      onConfirm={() => void confirm()}
    >
      <ul class="stack stack-tight plain-list">
        {themeChanges(inForce, themes).map(({ before, after }) => (
          <li key={after}>
            {before} <span aria-hidden="true">→</span>
            <span class="visually-hidden">devient</span> <strong>{after}</strong>
          </li>
        ))}
      </ul>
      <p class="small muted">{settingEffects.atOnce}</p>
    </ReviewDialog>
  );
}
