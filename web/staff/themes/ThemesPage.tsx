import { offeredThemes, type Theme } from '@sur-mesure/functions/domain/programme/theme-list';
import type { SettingsView } from '@sur-mesure/functions/domain/settings/views';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { History } from '../versions/History.tsx';
import { useWritten } from '../versions/useWritten.tsx';
import { ThemesForm } from './ThemesForm.tsx';
import './themes.css';

/** What missions, notes and cards may be about: staff change it, observers read it. It is one of the settings, with their versions and history. */
export function ThemesPage() {
  const loading = useView({ name: 'settings' });
  const { notices, onDone, onStale } = useWritten(loading.refresh);
  return (
    <Loaded loading={loading}>
      {({ acts, settings, history }) => (
        <div class="stack stack-loose">
          {notices}
          <p class="lead">
            Ce sur quoi portent les besoins, les missions et les fiches des experts. Une sous-thématique ne disparaît
            jamais : retirée, elle n’est plus proposée, et ce qui la nomme la garde. Renommée, elle garde son ancien nom
            dans les missions déjà demandées.
          </p>
          {acts ? (
            <ThemesForm settings={settings} done={onDone} onStale={onStale} />
          ) : (
            <Reading themes={settings.themes} />
          )}
          <History
            id="themes-history"
            empty="Les thématiques sont celles du guide : personne ne les a encore changées."
            rows={changesOfThemes(history)}
          />
        </div>
      )}
    </Loaded>
  );
}

function changesOfThemes(history: SettingsView['history']) {
  return history.flatMap(({ version, at, by, reason, changed }) =>
    changed
      .filter(({ key }) => key === 'themes')
      .map(({ before, after }) => ({
        ...{ id: String(version), at, note: reason },
        sentence: `${by.name}, version ${version} des réglages. ${before} → ${after}.`,
      })),
  );
}

function Reading({ themes }: { readonly themes: readonly Theme[] }) {
  return (
    <ul class="stack">
      {offeredThemes(themes).map(({ id, label, subthemes }) => (
        <li key={id}>
          {id}. {label}
          <ul>
            {subthemes.map((subtheme) => (
              <li key={subtheme.id}>
                {subtheme.id} {subtheme.label}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
