import { dayOf } from '@sur-mesure/functions/domain/calendar';
import type { MissionState } from '@sur-mesure/functions/domain/missions/states';
import type { ProgrammeSettings } from '@sur-mesure/functions/domain/programme/settings';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { changesOf, type SettingsAsked, withChanged } from '@sur-mesure/functions/domain/settings/change';
import { areSettings } from '@sur-mesure/functions/domain/settings/order';
import { restrictionsOf } from '@sur-mesure/functions/domain/settings/restrictions';
import { settingEffects, settingRow } from '@sur-mesure/functions/domain/settings/rows';
import { settingsOf } from '@sur-mesure/functions/domain/settings/values';
import { useEffect } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { Notice, RefusalNotice } from '../../common/notice/Notice.tsx';
import { Becomes } from './Becomes.tsx';

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
  const { run, busy, refusal } = useOperation('saveSettings');
  const confirm = async () => {
    const answer = await run((operationId) => ({ ...asked, operationId }));
    if (answer !== undefined) done(answer.done);
  };
  useEffect(() => {
    if (refusal?.code === 'settings-stale') onStale(refusal);
  }, [refusal]);
  const after = withChanged(settings, asked.values);
  const restrictions = areSettings(after)
    ? restrictionsOf({
        ...{ before: settings.dates, after: settingsOf(after, settings.version).dates },
        ...{ states, today: dayOf(Date.now()) },
      })
    : [];
  return (
    <Dialog
      open
      title="Enregistrer ces réglages ?"
      confirmLabel="Enregistrer les réglages"
      busy={busy}
      onConfirm={() => void confirm()}
      onCancel={close}
    >
      <ul class="stack stack-tight plain-list">
        {changesOf(settings, asked.values).map((changed) => (
          <li key={changed.key}>
            <Becomes changed={changed} />
            <p class="small muted">{settingEffects[settingRow(changed.key).effect]}</p>
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
      <p>
        Pourquoi : <span class="typed">{asked.reason}</span>
      </p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
