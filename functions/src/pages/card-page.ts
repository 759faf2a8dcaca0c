import { type Day, formatDay } from '../domain/calendar.ts';
import { shortened } from '../domain/directory/entry.ts';
import type { MessageErrors, TypedMessage } from '../domain/directory/message.ts';
import { availabilityWords } from '../domain/experts/availability.ts';
import type { ExpertCard } from '../domain/experts/card.ts';
import type { Theme } from '../domain/programme/theme-list.ts';
import { webAddress } from '../domain/web-address.ts';
import { addresses, cardAddress } from './addresses.ts';
import { heading, notice, type Page } from './frame.ts';
import { type Html, html, shown } from './html.ts';
import { messageForm } from './message-form.ts';
import { cardData } from './structured-data.ts';

export interface CardRequest {
  readonly card: ExpertCard;
  readonly origin: string;
  /** In force. */
  readonly themes: readonly Theme[];
  readonly today: Day;
  /** What the visitor typed and is told about; nothing on arrival. */
  readonly typed: TypedMessage;
  readonly errors: MessageErrors;
  /** Why the message did not leave, when no field is wrong. */
  readonly refusal: string | null;
}

/** All that an expert publishes, and a way to write to it. */
export function cardPage({ card, origin, themes, today, ...message }: CardRequest): Page {
  const availability = availabilityWords(card.availability, today);
  return {
    title: card.company,
    description: shortened(card.skills, 155),
    canonical: cardAddress(card.id),
    data: cardData(card, { origin, themes }),
    body: html`${heading(card.company, 'Annuaire des experts')}
<p class="no-print"><a class="way-back" href="${addresses.list}">← Tout l’annuaire</a></p>
<div class="columns">
<div class="stack stack-loose">
${availability && html`<p><strong>${availability}</strong></p>`}
${text('Compétences', card.skills)}
${text('Filières', card.sectors)}
${text('Expériences', card.references ?? '')}
${heldThemes(card.subthemes, themes)}
</div>
<aside class="stack stack-loose">
${contact(card)}
<section class="stack stack-tight"><h2>Territoires</h2><ul class="plain-list">${card.regions.map((region) => html`<li>${region}</li>`)}</ul></section>
${card.confirmedOn && html`<p class="small muted">Fiche confirmée le ${formatDay(card.confirmedOn)}</p>`}
</aside>
</div>
${messageForm(card, message)}`,
  };
}

function text(title: string, typed: string): Html | null {
  if (typed === '') return null;
  return html`<section class="stack stack-tight"><h2>${title}</h2><p class="typed">${shown(typed)}</p></section>`;
}

function heldThemes(own: readonly string[], themes: readonly Theme[]): Html {
  const held = themes
    .map((theme) => ({ ...theme, subthemes: theme.subthemes.filter(({ id }) => own.includes(id)) }))
    .filter((theme) => theme.subthemes.length > 0);
  return html`<section class="stack"><h2>Thématiques d’accompagnement</h2>${held.map(
    ({ label, subthemes }) =>
      html`<div class="stack stack-tight"><h3>${shown(label)}</h3><ul class="held-subthemes">${subthemes.map((one) => html`<li>${shown(one.label)}</li>`)}</ul></div>`,
  )}</section>`;
}

function contact({ id, email, phone, website }: ExpertCard): Html {
  const site = webAddress(website);
  return html`<section class="stack stack-tight"><h2>Contact</h2>
<ul class="plain-list">
${email !== null && html`<li><a class="contact-link" href="mailto:${email}">${email}</a></li>`}
${phone !== null && html`<li><a class="contact-link" href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a></li>`}
${site !== null && html`<li><a class="contact-link" href="${site.href}" rel="noopener nofollow">${site.host}</a></li>`}
<li class="no-print"><a class="contact-link" href="#ecrire">Écrire depuis cette page</a></li>
</ul>
<p class="no-print"><a class="button button-secondary" href="/laureat?demande=oui&amp;expert=${encodeURIComponent(id)}">Demander une mission</a></p>
<p class="small muted no-print">Pour les manufactures lauréates, qui se connectent d’abord.</p></section>`;
}

/** After a message left: an address of its own, so that loading it again sends nothing twice. */
export function sentPage(card: ExpertCard): Page {
  return {
    title: 'Message envoyé',
    description: `Votre message à ${card.company} est parti.`,
    canonical: null,
    data: null,
    body: html`${heading('Message envoyé', card.company)}
${notice('success', 'C’est fait', html`<p>Votre message part par courriel à ${shown(card.company)}, qui vous répondra directement, à l’adresse que vous avez écrite.</p>`)}
<p class="row"><a class="button button-secondary" href="${cardAddress(card.id)}">Revoir la fiche</a><a class="button button-quiet" href="${addresses.list}">Voir tout l’annuaire</a></p>`,
  };
}

/** Of a card that is not, or no more, in the directory. */
export const noCardPage: Page = {
  title: 'Fiche introuvable',
  description: 'Cette fiche n’est pas, ou plus, dans l’annuaire.',
  canonical: null,
  data: null,
  body: html`${heading('Fiche introuvable', 'Annuaire des experts')}
<div class="empty"><p>Cette fiche n’est pas, ou plus, dans l’annuaire.</p><a class="button button-secondary" href="${addresses.list}">Voir tout l’annuaire</a></div>`,
};

/** Of a card that was withdrawn while somebody wrote from it: nothing left, and what was written is shown to be kept. */
export function lostCardPage(refusal: string, { message }: TypedMessage): Page {
  return {
    ...noCardPage,
    body: html`${heading('Fiche introuvable', 'Annuaire des experts')}
${notice('error', 'Votre message n’est pas parti', html`<p>${shown(refusal)}</p>`)}
${message.trim() !== '' && html`<section class="stack stack-tight"><h2>Votre message</h2><p class="typed">${shown(message)}</p></section>`}
<p><a class="button button-secondary" href="${addresses.list}">Voir tout l’annuaire</a></p>`,
  };
}

/** Nobody's fault but ours: what happened, what was kept, what to do. */
export const failedPage: Page = {
  title: 'Une erreur est survenue',
  description: 'Une erreur est survenue de notre côté.',
  canonical: null,
  data: null,
  body: html`${heading('Une erreur est survenue de notre côté')}
<p>Nous ne savons pas si ce que vous avez demandé est fait : revenez à la page précédente et réessayez. Un message déjà parti ne partira pas deux fois.</p>`,
};
