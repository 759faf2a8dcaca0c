import type { SubsidyFile } from '@sur-mesure/functions/domain/subsidy/file';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { AdjustDialog } from './AdjustDialog.tsx';
import { AwardDialog } from './AwardDialog.tsx';

interface SubsidyActionsProps {
  readonly file: SubsidyFile;
  readonly done: (message: string) => void;
}

const broken = 'Le registre est à réparer : rien ne s’y ajoute d’ici là.';

/** What the team does to a subsidy outside of any mission. */
export function SubsidyActions({ file, done }: SubsidyActionsProps) {
  const [chosen, setChosen] = useState<'adjust' | 'award'>();
  const close = () => setChosen(undefined);
  const finish = (message: string) => {
    close();
    done(message);
  };
  const unavailable = file.fault === null ? undefined : broken;
  return (
    <>
      <div class="row">
        <Button id="adjust" opens="dialog" unavailable={unavailable} onClick={() => setChosen('adjust')}>
          Corriger la subvention
        </Button>
        <Button id="award" opens="dialog" unavailable={unavailable} onClick={() => setChosen('award')}>
          Enregistrer une attribution
        </Button>
      </div>
      {chosen === 'adjust' && <AdjustDialog {...{ file, close }} done={finish} />}
      {chosen === 'award' && <AwardDialog {...{ file, close }} done={finish} />}
    </>
  );
}
