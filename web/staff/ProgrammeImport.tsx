import { importKinds, type ProgrammeKind } from '@sur-mesure/functions/domain/imports/kinds';
import type { ProgrammeReport } from '@sur-mesure/functions/domain/imports/report';
import { type Control, type ControlName, controls } from '@sur-mesure/functions/domain/imports/totals';
import { useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { AmountField } from '../common/field/AmountField.tsx';
import { Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { CorrectFirst } from './CorrectFirst.tsx';
import { ImportFileField } from './ImportFileField.tsx';
import { Left, Rows, SendAgain } from './ImportVerdict.tsx';
import { programmeWords, totalLines } from './programme-words.ts';
import { useImport } from './useImport.ts';
import './staff.css';

interface ProgrammeImportProps {
  readonly kind: ProgrammeKind;
}

/** What the operator may announce: those that a spreadsheet of the programme usually ends with. */
const announced: readonly ControlName[] = ['used', 'paid', 'remaining'];

/** A file of a running programme: first read without writing anything, its totals shown, then imported and read again. */
export function ProgrammeImport({ kind }: ProgrammeImportProps) {
  const [control, setControl] = useState<Control>({});
  const { report, busy, refusal, check, write } = useImport({
    askedOf: (csv, { name: fileName }) => ({ kind, csv, fileName, control }),
    send: (asked, options) => call('importProgramme', asked, options),
  });
  return (
    <>
      <p class="lead">{importKinds[kind].first} Le fichier est d’abord lu sans rien enregistrer.</p>
      {importKinds[kind].control && <Announced control={control} onInput={setControl} />}
      <ImportFileField id={`import-${kind}`} label={`Fichier : ${importKinds[kind].label}`} check={check} />
      <div role="status">{report !== undefined && <p class="lead">{programmeWords(report).sentence}</p>}</div>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {report !== undefined && <Outcome {...{ kind, report, busy }} onWrite={write} />}
    </>
  );
}

interface AnnouncedProps {
  readonly control: Control;
  readonly onInput: (control: Control) => void;
}

function Announced({ control, onInput }: AnnouncedProps) {
  return (
    <details>
      <summary>Contrôler avec vos totaux</summary>
      <p class="field-hint">
        Les totaux du programme une fois ce fichier repris. Un écart arrête l’import et vous montre les deux montants.
        Remplissez-les avant de choisir le fichier.
      </p>
      {announced.map((name) => (
        <AmountField
          key={name}
          id={`control-${name}`}
          label={`Total ${controls[name].label}`}
          optional
          cents={control[name]}
          onInput={(cents) => onInput(withControl(control, name, cents))}
        />
      ))}
    </details>
  );
}

function withControl(control: Control, name: ControlName, cents: number | undefined): Control {
  const { [name]: _former, ...others } = control;
  return cents === undefined ? others : { ...others, [name]: cents };
}

interface OutcomeProps {
  readonly kind: ProgrammeKind;
  readonly report: ProgrammeReport;
  readonly busy: boolean;
  readonly onWrite: (skipBad: boolean) => void;
}

function Outcome({ kind, report, busy, onWrite }: OutcomeProps) {
  const { totals, left, written } = report;
  return (
    <div class="stack">
      {totals.differences.length > 0 && (
        <Notice tone="error" title={written ? 'Les totaux diffèrent' : 'Les totaux arrêtent l’import'}>
          <ul>
            {totals.differences.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Rows report={report} />
      <Left left={left} />
      {importKinds[kind].control && <Totals report={report} />}
      <WayOn kind={kind} report={report} busy={busy} onWrite={onWrite} />
    </div>
  );
}

function Totals({ report: { totals } }: { readonly report: ProgrammeReport }) {
  const blocks = [...totals.laureates, { laureateId: '', name: 'Tout le programme', ...totals }];
  return (
    <>
      {blocks.map(({ laureateId, name, before, after }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
        <section key={laureateId} class="table-frame" tabIndex={0} aria-label={`Totaux : ${name}`}>
          <table class="table">
            <caption class="problems-caption">{name}</caption>
            <thead>
              <tr>
                <th scope="col">Total</th>
                <th scope="col" class="amount">
                  Avant
                </th>
                <th scope="col" class="amount">
                  Après
                </th>
              </tr>
            </thead>
            <tbody>
              {totalLines({ before, after }).map((line) => (
                <tr key={line.label}>
                  <th scope="row">{line.label}</th>
                  <td class="amount">{line.before}</td>
                  <td class="amount">{line.changed ? <strong>{line.after}</strong> : line.after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

/** Where what was brought in is seen. */
const seenIn: Record<ProgrammeKind, { readonly href: string; readonly label: string }> = {
  experts: { href: '/equipe', label: 'Voir ce qui est à traiter' },
  notes: { href: '/equipe?vue=laureats', label: 'Voir les lauréats' },
  consumption: { href: '/equipe?vue=laureats', label: 'Voir les lauréats' },
  missions: { href: '/equipe?vue=missions', label: 'Voir les missions' },
};

function WayOn({ kind, report, busy, onWrite }: OutcomeProps) {
  switch (programmeWords(report).next) {
    case 'written':
      return (
        <>
          {importKinds[kind].control && <p>Les registres ont été relus après l’import.</p>}
          {report.problems.length > 0 && <SendAgain />}
          <div>
            <ButtonLink href={seenIn[kind].href}>{seenIn[kind].label}</ButtonLink>
          </div>
        </>
      );
    case 'totalsDiffer':
      return <p>Rien n’est enregistré. Corrigez les lignes ou le total, puis choisissez le fichier à nouveau.</p>;
    case 'nothing':
      return <p>Rien n’est à enregistrer.</p>;
    case 'writeWithoutBad':
      return <CorrectFirst busy={busy} onWriteOthers={() => onWrite(true)} />;
    default:
      return (
        <div>
          <Button tone="primary" busy={busy} onClick={() => onWrite(false)}>
            Importer ce fichier
          </Button>
        </div>
      );
  }
}
