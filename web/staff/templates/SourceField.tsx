import type { TemplateFault } from '@sur-mesure/functions/domain/templates/templates';
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { controlAttributes, FieldFrame } from '../../common/field/FieldFrame.tsx';
import { placeOf } from './places.ts';

export const SOURCE_FIELD = 'template-source';

interface SourceFieldProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly source: string;
  readonly faults: readonly TemplateFault[];
  readonly onInput: (source: string) => void;
}

/** The text with the numbers of its lines. A plain text area: the keyboard, readers and spelling of the device all work in it. */
export function SourceField({ area, source, faults, onInput }: SourceFieldProps) {
  const numbers = useRef<HTMLPreElement>(null);
  const [place, setPlace] = useState({ line: 1, column: 1 });
  const follow = () => {
    const { current } = area;
    if (current !== null) setPlace(placeOf(current.value, current.selectionStart));
  };
  const field = {
    id: SOURCE_FIELD,
    label: 'Texte du modèle',
    hint: 'Du Markdown (titres, listes, tableaux), et les champs entre doubles accolades.',
  };
  return (
    <FieldFrame field={field}>
      <div class="source">
        <pre ref={numbers} class="source-numbers" aria-hidden="true">
          {source.split('\n').map((_line, index) => (
            <span key={index} class={faults.some(({ line }) => line === index + 1) ? 'source-wrong' : undefined}>
              {`${index + 1}\n`}
            </span>
          ))}
        </pre>
        <textarea
          ref={area}
          {...controlAttributes(field)}
          class="control source-text"
          rows={20}
          spellcheck={false}
          autocapitalize="off"
          value={source}
          aria-invalid={faults.length > 0 ? true : undefined}
          onInput={(event) => {
            onInput(event.currentTarget.value);
            follow();
          }}
          onSelect={follow}
          onKeyUp={follow}
          onClick={follow}
          onScroll={(event) => numbers.current?.scrollTo({ top: event.currentTarget.scrollTop })}
        />
      </div>
      <p class="small muted">
        Ligne {place.line}, colonne {place.column}
      </p>
    </FieldFrame>
  );
}
