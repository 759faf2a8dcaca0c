import type { TemplateCheck, TemplateFault } from '@sur-mesure/functions/domain/templates/templates';
import { Notice } from '../../common/notice/Notice.tsx';
import { SOURCE_FIELD } from './SourceField.tsx';

interface TextCheckProps {
  readonly check: TemplateCheck;
  /** Puts the caret there. */
  readonly onPlace: (fault: TemplateFault) => void;
}

const listOf = new Intl.ListFormat('fr-FR');

/** What is wrong in the text, each line leading to its place, or what it must say besides. */
export function TextCheck({ check: { faults, missing }, onPlace }: TextCheckProps) {
  if (faults.length > 0) return <Faults faults={faults} onPlace={onPlace} />;
  if (missing.length === 0) return null;
  return (
    <Notice tone="warning" title="À remettre avant de publier" announced>
      <p>Ce document doit toujours porter {listOf.format(missing)}.</p>
    </Notice>
  );
}

function Faults({ faults, onPlace }: Pick<TemplateCheck, 'faults'> & Pick<TextCheckProps, 'onPlace'>) {
  const title = faults.length === 1 ? 'Une erreur dans le texte' : `${faults.length} erreurs dans le texte`;
  return (
    <Notice tone="error" title={title} announced>
      <ul class="notice-list">
        {faults.map((fault) => (
          <li key={`${fault.line} ${fault.column} ${fault.reason}`}>
            <a
              href={`#${SOURCE_FIELD}`}
              onClick={(event) => {
                event.preventDefault();
                onPlace(fault);
              }}
            >
              Ligne {fault.line} : {fault.reason}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
