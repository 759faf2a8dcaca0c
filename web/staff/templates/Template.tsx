import { type EditableTemplateName, editableTemplate } from '@sur-mesure/functions/domain/templates/templates';
import type { TemplateView } from '@sur-mesure/functions/domain/templates/views';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { History } from '../versions/History.tsx';
import { useWritten } from '../versions/useWritten.tsx';
import { ComeBack } from './ComeBack.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { changeSentence, versionTitle } from './template-words.ts';

interface TemplateProps {
  readonly reader: string;
  readonly template: EditableTemplateName;
}

/** One document's text: what is in force, its draft with its preview, and its history. */
export function Template({ reader, template }: TemplateProps) {
  const loading = useView({ name: 'template', template });
  const { notices, onDone } = useWritten(loading.refresh);
  const { label, purpose, issued } = editableTemplate(template);
  return (
    <Loaded loading={loading}>
      {(view) => (
        <div class="stack stack-loose">
          <p>
            <a href="/equipe?vue=modeles">Tous les modèles</a>
          </p>
          {notices}
          <header class="stack stack-tight">
            <h2>{label}</h2>
            <p>{purpose}</p>
            <p class="small muted">{issued}.</p>
            <InForce view={view} />
            {view.acts && view.previous !== null && (
              <ComeBack {...{ view, done: onDone }} previous={view.previous} onStale={loading.refresh} />
            )}
          </header>
          {view.acts ? (
            // Another text in force is another page to write from; a saved draft is not.
            <TemplateEditor
              key={view.history[0]?.sequence ?? 0}
              {...{ view, reader }}
              done={onDone}
              onChanged={loading.refresh}
            />
          ) : (
            <Reading source={view.inForce.source} />
          )}
          <History
            id="template-history"
            empty="Ce modèle est celui du service : personne ne l’a encore changé."
            rows={view.history.map((change) => ({
              ...{ id: String(change.sequence), at: change.at, sentence: changeSentence(change) },
              note: change.reason === '' ? null : change.reason,
            }))}
          />
        </div>
      )}
    </Loaded>
  );
}

function InForce({ view: { inForce, history } }: { readonly view: TemplateView }) {
  const [change] = history;
  return (
    <p>
      En vigueur : <strong>{versionTitle(inForce.version)}</strong>
      {change !== undefined && (
        <>
          , depuis le <DateText instant={change.at} hour />, {change.by.name}
        </>
      )}
    </p>
  );
}

/** For who observes. */
function Reading({ source }: { readonly source: string }) {
  return (
    <section class="stack" aria-labelledby="template-text">
      <h2 id="template-text">Texte du modèle</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <pre class="template-text" tabIndex={0}>
        {source}
      </pre>
    </section>
  );
}
