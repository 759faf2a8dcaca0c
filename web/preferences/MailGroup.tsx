import type { MailChoice } from '@sur-mesure/functions/domain/notifications/choosing';
import { frequencies } from '@sur-mesure/functions/domain/notifications/frequencies';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { chosenBy, type GroupName, groups, mailsIn, offeredFor, shownOf, whenItDepends } from './mail-words.ts';
import { Saved } from './Saved.tsx';
import type { Choosing } from './usePreferences.ts';

interface MailGroupProps {
  readonly name: GroupName;
  readonly mails: readonly MailChoice[];
  readonly choosing: Choosing;
}

/** A part of the page: the mails of one nature, each with its choice. Nothing where its reader receives none. */
export function MailGroup({ name, mails, choosing }: MailGroupProps) {
  const shown = mailsIn(name, mails);
  if (shown.length === 0) return null;
  const { title, note } = groups[name];
  const titleId = `group-${name}`;
  return (
    <section class="stack" aria-labelledby={titleId}>
      <div class="stack stack-tight">
        <h2 id={titleId}>{title}</h2>
        <p class="muted">{note}</p>
      </div>
      <ul class="plain-list mail-choices">
        {shown.map((mail) => (
          <li key={mail.mail}>
            {mail.choices.length < 2 ? <Imposed mail={mail} /> : <Chosen mail={mail} choosing={choosing} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Imposed({ mail: { label, choices } }: { readonly mail: MailChoice }) {
  return (
    <p>
      <strong>{label}</strong>
      <br />
      <span class="muted">{choices.map((choice) => frequencies[choice].label).join(', ')}, toujours</span>
    </p>
  );
}

export function fieldIdOf(mail: string): string {
  return `mail-${mail}`;
}

function Chosen({ mail, choosing }: { readonly mail: MailChoice; readonly choosing: Choosing }) {
  return (
    <div class="stack stack-tight">
      <SelectField
        id={fieldIdOf(mail.mail)}
        label={mail.label}
        hint={whenItDepends(mail)}
        choices={offeredFor(mail)}
        value={shownOf(mail)}
        onInput={(offered) => choosing.change(mail.mail, { [mail.mail]: chosenBy(offered) })}
      />
      <Saved place={mail.mail} choosing={choosing} returnTo={fieldIdOf(mail.mail)} />
    </div>
  );
}
