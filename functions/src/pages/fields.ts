import { type Html, html, shown } from './html.ts';

interface FieldProps {
  /** Of the control, and its name in what is sent. */
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A control under its label, with what is wrong between them, as the pages with scripts have it. */
function field({ name, label, optional = false, hint, error }: FieldProps, control: Html): Html {
  return html`<div class="field${error !== undefined && ' field-wrong'}">
<label class="field-label" for="${name}">${shown(label)}${optional && html` <span class="field-optional">(facultatif)</span>`}</label>
${hint !== undefined && html`<p class="field-hint" id="${name}-hint">${shown(hint)}</p>`}
${error !== undefined && html`<p class="field-error" id="${name}-error">${shown(error)}</p>`}
${control}</div>`;
}

function described({ name, hint, error }: FieldProps): Html | null {
  const ids = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean).join(' ');
  const wrong = error !== undefined && html` aria-invalid="true"`;
  return ids === '' ? null : html` aria-describedby="${ids}"${wrong}`;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'search';
  readonly autocomplete?: string;
  readonly maxLength: number;
  /** Of a message: the lines of its field. */
  readonly rows?: number;
}

export function textField(props: TextFieldProps): Html {
  const { name, value, type = 'text', autocomplete = 'off', maxLength, rows, optional } = props;
  const required = optional !== true && html` required`;
  const control =
    rows === undefined
      ? html`<input class="control control-full" id="${name}" name="${name}" type="${type}" value="${value}" maxlength="${maxLength}" autocomplete="${autocomplete}"${required}${described(props)}>`
      : // The line break that follows the tag is no part of what was typed.
        html`<textarea class="control control-full" id="${name}" name="${name}" rows="${rows}" maxlength="${maxLength}"${required}${described(props)}>
${value}</textarea>`;
  return field(props, control);
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

interface SelectProps extends FieldProps {
  readonly value: string;
  /** What choosing nothing is called. */
  readonly any: string;
  readonly groups: readonly (Choice | ChoiceGroup)[];
}

export function selectField(props: SelectProps): Html {
  const { name, value, any, groups } = props;
  const option = (choice: Choice) =>
    html`<option value="${choice.value}"${choice.value === value && html` selected`}>${shown(choice.label)}</option>`;
  const options = groups.map((one) =>
    'choices' in one ? html`<optgroup label="${shown(one.label)}">${one.choices.map(option)}</optgroup>` : option(one),
  );
  return field(
    props,
    html`<select class="control control-full" id="${name}" name="${name}"${described(props)}>${option({ value: '', label: any })}${options}</select>`,
  );
}
