import { editableTemplate, isEditableTemplate } from '@sur-mesure/functions/domain/templates/templates';
import type { TemplateRow } from '@sur-mesure/functions/domain/templates/views';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { Template } from './Template.tsx';
import { versionTitle } from './template-words.ts';
import './templates.css';

interface TemplatesProps {
  /** Whose drafts are kept on this device. */
  readonly reader: string;
  /** As the address says. */
  readonly asked: string | null;
}

/** The texts of the documents that the service issues: staff change them, observers read them. */
export function Templates({ reader, asked }: TemplatesProps) {
  return isEditableTemplate(asked) ? <Template key={asked} reader={reader} template={asked} /> : <List />;
}

function List() {
  const loading = useView({ name: 'templates' });
  return (
    <Loaded loading={loading}>
      {({ acts, rows }) => (
        <div class="stack">
          <p class="lead">
            {acts
              ? 'Le texte de chaque document se change ici, se relit sur une vraie mission, puis se publie. Les documents déjà émis ne changent pas.'
              : 'Les textes en vigueur et leur histoire. L’équipe les change ; les documents déjà émis ne changent pas.'}
          </p>
          <ul class="stack plain-list">
            {rows.map((row) => (
              <li key={row.template} class="card">
                <Row row={row} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  );
}

function Row({ row: { template, inForce, lastChange, draft } }: { readonly row: TemplateRow }) {
  const { label, purpose, issued } = editableTemplate(template);
  return (
    <>
      <h2>
        <a href={`/equipe?${new URLSearchParams({ vue: 'modeles', modele: template })}`}>{label}</a>
      </h2>
      <p>{purpose}</p>
      <p class="small muted">{issued}.</p>
      <p>
        <strong>{versionTitle(inForce)}</strong>
        {lastChange !== null && (
          <>
            {' '}
            en vigueur depuis le <DateText instant={lastChange.at} />, {lastChange.by.name}
          </>
        )}
      </p>
      {draft !== null && (
        <p>
          Brouillon enregistré le <DateText instant={draft.savedAt} hour /> par {draft.byName}
        </p>
      )}
    </>
  );
}
