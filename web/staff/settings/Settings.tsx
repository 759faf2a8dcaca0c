import type { MissionState } from '@sur-mesure/functions/domain/missions/states';
import type { ProgrammeSettings } from '@sur-mesure/functions/domain/programme/settings';
import type { SettingsChange } from '@sur-mesure/functions/domain/settings/change';
import { settingKeys, settingRow, valueWords } from '@sur-mesure/functions/domain/settings/rows';
import { valuesOf } from '@sur-mesure/functions/domain/settings/values';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { ByWhom } from '../versions/ByWhom.tsx';
import { History } from '../versions/History.tsx';
import { useWritten } from '../versions/useWritten.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import './settings.css';

/** The programme's rules that are not law: what they are, who changed them and why; staff change them, observers read. */
export function Settings({ states }: { readonly states: readonly MissionState[] }) {
  const loading = useView({ name: 'settings' });
  const { notices, onDone, onStale } = useWritten(loading.refresh);
  return (
    <Loaded loading={loading}>
      {({ acts, settings, history }) => (
        <div class="stack stack-loose">
          {notices}
          <LastChange version={settings.version} change={history[0]} />
          {acts ? <SettingsForm {...{ settings, states, onStale }} done={onDone} /> : <Values settings={settings} />}
          <History
            id="settings-history"
            empty="Aucun réglage n’a encore été changé."
            rows={history.map(({ version, at, by, reason, changed }) => ({
              ...{ id: String(version), at, note: reason },
              sentence: `${by.name}, version ${version}. ${changed.map(changedWords).join(' ')}`,
            }))}
          />
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
      Version {version}, enregistrée <ByWhom change={change} />
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

function changedWords({ key, before, after }: SettingsChange['changed'][number]): string {
  return `${settingRow(key).label} : ${before} → ${after}.`;
}
