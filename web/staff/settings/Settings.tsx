import type { MissionState } from '@sur-mesure/functions/domain/missions/states';
import type { ProgrammeSettings } from '@sur-mesure/functions/domain/programme/settings';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import type { SettingsChange } from '@sur-mesure/functions/domain/settings/change';
import { settingKeys, settingRow, valueWords } from '@sur-mesure/functions/domain/settings/rows';
import { valuesOf } from '@sur-mesure/functions/domain/settings/values';
import { useState } from 'preact/hooks';
import { DayLog } from '../../common/day-log/DayLog.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Notice, RefusalNotice } from '../../common/notice/Notice.tsx';
import { returnToTop } from '../../common/page/address.ts';
import { DateText } from '../../common/words/DateText.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import './settings.css';

/** The programme's rules that are not law: what they are, who changed them and why; staff change them, observers read. */
export function Settings({ states }: { readonly states: readonly MissionState[] }) {
  const loading = useView({ name: 'settings' });
  const [done, setDone] = useState<string>();
  const [stale, setStale] = useState<Refusal>();
  const told = (message: string | undefined, refusal: Refusal | undefined) => {
    setDone(message);
    setStale(refusal);
    loading.refresh();
    returnToTop();
  };
  return (
    <Loaded loading={loading}>
      {({ acts, settings, history }) => (
        <div class="stack stack-loose">
          {done !== undefined && (
            <Notice tone="success" announced>
              <p>{done}</p>
            </Notice>
          )}
          {stale !== undefined && <RefusalNotice refusal={stale} />}
          <LastChange version={settings.version} change={history[0]} />
          {acts ? (
            <SettingsForm
              {...{ settings, states }}
              done={(message) => told(message, undefined)}
              onStale={(refusal) => told(undefined, refusal)}
            />
          ) : (
            <Values settings={settings} />
          )}
          <History history={history} />
        </div>
      )}
    </Loaded>
  );
}

function LastChange({ version, change }: { readonly version: number; readonly change: SettingsChange | undefined }) {
  if (change === undefined) {
    return <p class="lead">Ces réglages sont ceux de la mise en place : personne ne les a encore changés.</p>;
  }
  return (
    <p class="lead">
      Version {version}, enregistrée par {change.by.name} le <DateText instant={change.at} hour /> :{' '}
      <span class="typed">{change.reason}</span>
    </p>
  );
}

function Values({ settings }: { readonly settings: ProgrammeSettings }) {
  const values = valuesOf(settings);
  return (
    <dl class="stack">
      {settingKeys.map((key) => (
        <div key={key}>
          <dt class="field-label">{settingRow(key).label}</dt>
          <dd>{valueWords(key, values[key])}</dd>
        </div>
      ))}
    </dl>
  );
}

function History({ history }: { readonly history: readonly SettingsChange[] }) {
  return (
    <section class="stack" aria-labelledby="settings-history">
      <h2 id="settings-history">Historique</h2>
      {history.length === 0 ? (
        <EmptyState>Aucun réglage n’a encore été changé.</EmptyState>
      ) : (
        <DayLog
          rows={history.map(({ version, at, by, reason, changed }) => ({
            ...{ id: String(version), at, note: reason },
            sentence: `${by.name}, version ${version}. ${changed.map(changedWords).join(' ')}`,
          }))}
        />
      )}
    </section>
  );
}

function changedWords({ key, before, after }: SettingsChange['changed'][number]): string {
  return `${settingRow(key).label} : ${before} → ${after}.`;
}
