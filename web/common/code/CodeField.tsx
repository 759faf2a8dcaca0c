import { controlAttributes, FieldFrame } from '../field/FieldFrame.tsx';
import { type CodeTyping, codeFieldId } from './useCode.ts';
import './code.css';

/** One field, not six: paste, the phone's own proposal (`one-time-code`), corrections and screen readers all work in it. */
export function CodeField({ typed, error, input }: CodeTyping) {
  const field = {
    id: codeFieldId,
    label: 'Code à six chiffres',
    hint: 'Dans le courriel, sous le titre « Votre code ».',
    error,
  };
  return (
    <FieldFrame field={field}>
      <input
        {...controlAttributes(field)}
        class="control code-control"
        type="text"
        inputMode="numeric"
        autocomplete="one-time-code"
        value={typed}
        onInput={(event) => {
          input(event.currentTarget.value);
        }}
      />
      <p class="visually-hidden" role="alert">
        {error}
      </p>
    </FieldFrame>
  );
}
