import { dayOf } from '@sur-mesure/functions/domain/calendar';
import type { MissionState } from '@sur-mesure/functions/domain/missions/states';
import type { ProgrammeSettings } from '@sur-mesure/functions/domain/programme/settings';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { changesOf, type SettingsAsked, withChanged } from '@sur-mesure/functions/domain/settings/change';
import { areSettings } from '@sur-mesure/functions/domain/settings/order';
import { restrictionsOf } from '@sur-mesure/functions/domain/settings/restrictions';
import { settingRow } from '@sur-mesure/functions/domain/settings/rows';
import { settingEffects } from '@sur-mesure/functions/domain/settings/sections';
import { settingsOf } from '@sur-mesure/functions/domain/settings/values';
import { useOperation } from '../../common/api/useOperation.ts';
import { Notice } from '../../common/notice/Notice.tsx';
import { Becomes } from '../versions/Becomes.tsx';
import { ReviewDialog } from '../versions/ReviewDialog.tsx';

interface SettingsReviewProps {
  readonly asked: SettingsAsked;
  readonly settings: ProgrammeSettings;
  readonly states: readonly MissionState[];
  readonly done: (message: string) => void;
  readonly close: () => void;
  readonly onStale: (refusal: Refusal) => void;
}

/** What changes, from when, and what can no longer be done: read before it is saved. */
export function SettingsReview({ asked, settings, states, done, close, onStale }: SettingsReviewProps) {
  const { run, busy, ...outcome } = useOperation('saveSettings');
  const confirm = async () => {
    const answer = await run((operationId) => ({ ...asked, operationId }));
    if (answer !== undefined) done(answer.done);
  };
  const after = withChanged(settings, asked.values);
  const restrictions = areSettings(after)
    ? restrictionsOf({
        ...{ before: settings.dates, after: settingsOf(after, settings.version).dates },
        ...{ states, today: dayOf(Date.now()) },
      })
    : [];
  return (
    <ReviewDialog
      title="Enregistrer ces réglages ?"
      confirmLabel="Enregistrer les réglages"
      reason={asked.reason}
      staleCode="settings-stale"
      {...outcome}
      {...{ busy, onStale, close }}
      onConfirm={() => void confirm()}
    >
      <ul class="stack stack-tight plain-list">
        {changesOf(settings, asked.values).map(({ key, before, after: to }) => (
          <li key={key}>
            <Becomes label={settingRow(key).label} before={before} after={to} />
            <p class="small muted">{settingEffects[settingRow(key).effect]}</p>
          </li>
        ))}
      </ul>
      {restrictions.length > 0 && (
        <Notice tone="warning" title="Ces dates laissent moins de temps">
          {restrictions.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </ReviewDialog>
  );
}
