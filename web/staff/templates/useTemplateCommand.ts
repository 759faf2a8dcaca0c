import type { ApiContract } from '@sur-mesure/functions/domain/api';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import type { TemplateCommand } from '@sur-mesure/functions/domain/templates/decide';
import type { EditableTemplateName } from '@sur-mesure/functions/domain/templates/templates';
import { useOperation } from '../../common/api/useOperation.ts';
import type { NetworkWaiting } from '../../common/network/useNetworkWait.ts';

interface Commanding extends NetworkWaiting {
  readonly ask: (command: TemplateCommand) => Promise<void>;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
}

interface Outcomes {
  readonly done: (answer: ApiContract['saveTemplate']['output']) => void;
  /** Refused: somebody may have changed the template first, so that the page is read again. */
  readonly onStale: () => void;
}

/** One command about a template, from its button or its dialog. */
export function useTemplateCommand(template: EditableTemplateName, { done, onStale }: Outcomes): Commanding {
  const { run, ...operating } = useOperation('saveTemplate');
  const ask = async (command: TemplateCommand) => {
    const answer = await run((operationId) => ({ operationId, template, ...command }));
    if (answer === undefined) onStale();
    else done(answer);
  };
  return { ask, ...operating };
}
