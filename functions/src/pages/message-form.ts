import {
  type MessageErrors,
  type MessageField,
  messageLengths,
  type TypedMessage,
} from '../domain/directory/message.ts';
import type { ExpertCard } from '../domain/experts/card.ts';
import { messageAddress } from './addresses.ts';
import { textField } from './fields.ts';
import { notice } from './frame.ts';
import { type Html, html, shown } from './html.ts';

/** Names of the fields in what is sent, which are those of the page. The trap has one that programs fill in, and browsers do not. */
export const messageFields = {
  name: 'nom',
  organisation: 'structure',
  email: 'courriel',
  message: 'message',
  trap: 'sujet',
} as const satisfies Record<keyof TypedMessage, string>;

interface MessageFormProps {
  readonly typed: TypedMessage;
  readonly errors: MessageErrors;
  readonly refusal: string | null;
}

/** Writes to an expert whether or not it publishes an address: the programme knows where the message goes, and the page does not say it. */
export function messageForm({ id, company }: ExpertCard, { typed, errors, refusal }: MessageFormProps): Html {
  const field = (name: MessageField, label: string) => ({
    ...{ name: messageFields[name], label, value: typed[name], error: errors[name], maxLength: messageLengths[name] },
  });
  return html`<section class="stack no-print" id="ecrire" aria-labelledby="ecrire-titre">
<h2 id="ecrire-titre">Écrire à ${shown(company)}</h2>
${summary(errors)}
${refusal !== null && notice('error', 'Votre message n’est pas parti', html`<p>${shown(refusal)}</p>`)}
<form class="stack" action="${messageAddress(id)}#ecrire" method="post" accept-charset="utf-8">
${textField({ ...field('name', 'Votre nom'), autocomplete: 'name' })}
${textField({ ...field('organisation', 'Votre structure'), autocomplete: 'organization', optional: true })}
${textField({ ...field('email', 'Votre adresse de courriel'), type: 'email', autocomplete: 'email', hint: 'La réponse de l’expert y arrive.' })}
${textField({ ...field('message', 'Votre message'), rows: 7, hint: 'Votre projet, ce que vous cherchez, vos échéances.' })}
<div class="trap" aria-hidden="true"><label for="${messageFields.trap}">Laissez ce champ vide</label><input id="${messageFields.trap}" name="${messageFields.trap}" value="" tabindex="-1" autocomplete="off"></div>
<p class="small muted">Votre nom, votre adresse et votre message ne vont qu’à ${shown(company)} ; le programme en garde une copie pour suivre l’envoi.</p>
<div><button class="button button-primary" type="submit">Envoyer le message</button></div>
</form></section>`;
}

function summary(errors: MessageErrors): Html | null {
  const wrong = Object.entries(errors).flatMap(([name, error]) =>
    isField(name) ? [html`<li><a href="#${messageFields[name]}">${shown(error)}</a></li>`] : [],
  );
  if (wrong.length === 0) return null;
  const title = wrong.length === 1 ? 'Un point à corriger' : `${wrong.length} points à corriger`;
  return notice('error', title, html`<ul class="notice-list">${wrong}</ul>`);
}

function isField(name: string): name is MessageField {
  return Object.hasOwn(messageLengths, name);
}
