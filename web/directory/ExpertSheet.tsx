import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import { themes } from '@sur-mesure/functions/domain/programme/themes';
import { DateText } from '../common/words/DateText.tsx';
import { webAddress } from '../common/words/web-address.ts';

/** All that an expert publishes. */
export function ExpertSheet({ card }: { readonly card: ExpertCard }) {
  return (
    <div class="columns">
      <div class="stack stack-loose">
        <section class="stack stack-tight">
          <h2>Compétences</h2>
          <p class="typed">{card.skills}</p>
        </section>
        {card.sectors !== '' && (
          <section class="stack stack-tight">
            <h2>Filières</h2>
            <p class="typed">{card.sectors}</p>
          </section>
        )}
        <Themes own={card.subthemes} />
      </div>
      <aside class="stack stack-loose">
        <Contact card={card} />
        <section class="stack stack-tight">
          <h2>Territoires</h2>
          <ul class="plain-list">
            {card.regions.map((region) => (
              <li key={region}>{region}</li>
            ))}
          </ul>
        </section>
        {(card.confirmedOn ?? null) !== null && (
          <p class="small muted">
            Fiche confirmée le <DateText day={card.confirmedOn ?? ''} />
          </p>
        )}
      </aside>
    </div>
  );
}

function Themes({ own }: { readonly own: readonly string[] }) {
  const held = themes
    .map((theme) => ({ ...theme, subthemes: theme.subthemes.filter(({ id }) => own.includes(id)) }))
    .filter((theme) => theme.subthemes.length > 0);
  return (
    <section class="stack">
      <h2>Thématiques d’accompagnement</h2>
      {held.map((theme) => (
        <div key={theme.id} class="stack stack-tight">
          <h3>{theme.label}</h3>
          <ul class="held-subthemes">
            {theme.subthemes.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Contact({ card }: { readonly card: ExpertCard }) {
  const site = webAddress(card.website);
  const silent = card.email === null && card.phone === null && site === null;
  return (
    <section class="stack stack-tight">
      <h2>Contact</h2>
      {silent && (
        <p class="muted">Cette structure ne publie pas de contact : demandez-lui une mission depuis votre espace.</p>
      )}
      <ul class="plain-list">
        {card.email !== null && (
          <li>
            <a href={`mailto:${card.email}`}>{card.email}</a>
          </li>
        )}
        {card.phone !== null && (
          <li>
            <a href={`tel:${card.phone.replace(/[^+\d]/g, '')}`}>{card.phone}</a>
          </li>
        )}
        {site !== null && (
          <li>
            <a href={site.href} rel="noopener nofollow">
              {site.host}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
