import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { subthemeLabel } from '../common/themes/themes.ts';

/** The other experts of the same laureates: « engager un travail transverse au bénéfice du projet ». */
export function OtherExperts({ experts }: { readonly experts: MissionView['otherExperts'] }) {
  if (experts.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="other-experts-title">
      <h2 id="other-experts-title">Les autres experts de la manufacture</h2>
      <p class="small muted">
        France Tiers-Lieux vous invite à vous mettre en lien avec eux. Leurs coordonnées apparaissent s’ils les publient
        dans l’annuaire.
      </p>
      <ul class="plain-list">
        {experts.map(({ laureateName, company, subthemes, email, phone }) => (
          <li key={`${laureateName}.${company}`}>
            <p>
              <strong>{company}</strong> <span class="muted">pour {laureateName}</span>
            </p>
            <p class="small">{subthemes.map((id) => subthemeLabel(id)).join(', ')}</p>
            {email !== null && (
              <p class="small">
                <a href={`mailto:${email}`}>{email}</a>
              </p>
            )}
            {phone !== null && <p class="small">{phone}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
