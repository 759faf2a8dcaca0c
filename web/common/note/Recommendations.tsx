import { type Recommendation, recommendationSources } from '@sur-mesure/functions/domain/scoping-notes/note';
import { subthemeLabel } from '../themes/themes.ts';
import { DateText } from '../words/DateText.tsx';

const listOf = new Intl.ListFormat('fr-FR');

/** What the committee and the trainers recommended, beside the note it should be read with. */
export function Recommendations({ recommendations }: { readonly recommendations: readonly Recommendation[] }) {
  if (recommendations.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="recommendations-title">
      <h3 id="recommendations-title">Recommandations reçues</h3>
      {recommendations.map(({ id, source, day, subthemes, text, fileId }) => (
        <div key={id} class="stack stack-tight">
          <p>
            <strong>{recommendationSources[source]}</strong>, le <DateText day={day} />
          </p>
          {subthemes.length > 0 && <p class="small muted">{listOf.format(subthemes.map((id) => subthemeLabel(id)))}</p>}
          <p class="typed-text">{text}</p>
          {fileId !== null && <p class="small muted">Le document est parmi les pièces du dossier.</p>}
        </div>
      ))}
    </section>
  );
}
