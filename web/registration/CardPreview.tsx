import { availabilityWords } from '@sur-mesure/functions/domain/experts/availability';
import { shownOf } from '@sur-mesure/functions/domain/experts/card';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { webAddress } from '@sur-mesure/functions/domain/web-address';
import { themesInForce } from '../common/themes/themes.ts';
import { today } from '../common/words/today.ts';
import { saidAvailability } from './registration.ts';
import './registration.css';

/** The card as it would be published, from the very list of fields that the directory is made of: what is not here is not public. */
export function CardPreview({ registration }: { readonly registration: Registration }) {
  const { name, email, phone } = registration;
  const shown = shownOf({
    ...registration,
    availability: saidAvailability(registration),
    contact: { name, email, phone },
  });
  const availability = availabilityWords(shown.availability, today());
  const contact = [shown.email, shown.phone, webAddress(shown.website)?.host].filter((one) => one);
  return (
    <section class="stack" aria-labelledby="card-preview">
      <h2 id="card-preview">Votre fiche, telle que l’annuaire la montrera</h2>
      <div class="stack card-preview">
        <p class="card-preview-name">{shown.company || 'Nom de la structure'}</p>
        {availability !== null && (
          <p>
            <strong>{availability}</strong>
          </p>
        )}
        <Part title="Compétences" text={shown.skills} />
        <Part title="Filières" text={shown.sectors} optional />
        <Part title="Expériences" text={shown.references ?? ''} optional />
        <Part title="Thématiques d’accompagnement" text={heldThemes(shown.subthemes)} />
        <Part title="Territoires" text={shown.regions.join(', ')} />
        <Part title="Contact" text={contact.join('\n') || 'Aucun : les manufactures passent par leur espace.'} />
      </div>
      <p class="small muted">Elle n’est publiée qu’une fois votre inscription lue par l’équipe France Tiers-Lieux.</p>
    </section>
  );
}

interface PartProps {
  readonly title: string;
  readonly text: string;
  readonly optional?: boolean;
}

function Part({ title, text, optional = false }: PartProps) {
  if (text === '' && optional) return null;
  return (
    <div class="stack stack-tight">
      <h3>{title}</h3>
      <p class={text === '' ? 'muted' : 'typed-text'}>{text === '' ? 'À compléter.' : text}</p>
    </div>
  );
}

/** A line a theme: « Stratégie : modèle économique, ressources ». */
function heldThemes(own: readonly string[]): string {
  return themesInForce()
    .map(({ label, subthemes }) => ({ label, held: subthemes.filter(({ id }) => own.includes(id)) }))
    .filter(({ held }) => held.length > 0)
    .map(({ label, held }) => `${label} : ${held.map((one) => one.label).join(', ')}`)
    .join('\n');
}
