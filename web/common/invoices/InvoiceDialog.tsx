import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import { dayOf } from '@sur-mesure/functions/domain/calendar';
import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { Cents } from '@sur-mesure/functions/domain/money';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { InvoiceActionName, InvoiceRow } from '@sur-mesure/functions/domain/subsidy/views';
import { useState } from 'preact/hooks';
import { Dialog } from '../dialog/Dialog.tsx';
import { useDraft } from '../draft.ts';
import { AmountField } from '../field/AmountField.tsx';
import { DateField, TextAreaField } from '../field/TextField.tsx';
import { consequenceOf } from '../mission/consequences.ts';
import { FreshSignIn } from '../mission/FreshSignIn.tsx';
import { useMissionAction } from '../mission/useMissionAction.ts';
import { RefusalNotice } from '../notice/Notice.tsx';
import { titleOf } from './invoice-words.ts';

interface InvoiceDialogProps {
  readonly invoice: InvoiceRow;
  readonly action: InvoiceActionName;
  readonly view: MissionView;
  readonly person: string;
  readonly done: (result: MissionActionResult) => void;
  readonly close: () => void;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const missingReason = 'Dites pourquoi en une phrase : la personne qui vous lit en a besoin.';

/** Records what became of an invoice. What is typed as a reason is kept on the device until it is sent. */
export function InvoiceDialog({ invoice, action, view, person, done, close }: InvoiceDialogProps) {
  const acting = useMissionAction({ missionId: view.mission.id, laureateId: view.laureateId });
  const reason = useDraft(`${person}.${action}.${invoice.invoiceId}`, '', isText);
  const [payment, setPayment] = useState<Typed>({ day: dayOf(Date.now()), cents: invoice.amountCents });
  const [tried, setTried] = useState(false);
  const { label } = transitionOf(action);
  const consequence = consequenceOf(action, view);
  const confirm = async () => {
    setTried(true);
    const command = commandOf(action, invoice.invoiceId, payment, reason.value);
    const result = command === undefined ? undefined : await acting.run(command);
    if (result === undefined) return;
    reason.clear();
    done(result);
  };
  return (
    <Dialog
      open
      title={`${label} : ${titleOf(invoice)}`}
      confirmLabel={label}
      tone={action === 'cancelPayment' ? 'danger' : 'primary'}
      busy={acting.busy !== undefined}
      keptFields={[`${action}-reason`]}
      onConfirm={confirm}
      onCancel={close}
    >
      {consequence !== undefined && <p>{consequence}</p>}
      {action === 'recordPayment' ? (
        <PaymentFields invoice={invoice} payment={payment} tried={tried} onInput={setPayment} />
      ) : (
        <TextAreaField
          id={`${action}-reason`}
          label="Pourquoi ?"
          hint="L’expert et l’équipe France Tiers-Lieux lisent ces mots."
          rows={4}
          maxLength={2000}
          error={tried && reason.value.trim() === '' ? missingReason : undefined}
          value={reason.value}
          onInput={reason.change}
        />
      )}
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      <FreshSignIn refusal={acting.refusal} again={confirm} />
    </Dialog>
  );
}

interface Typed {
  readonly day: string;
  readonly cents: Cents | undefined;
}

interface PaymentFieldsProps {
  readonly invoice: InvoiceRow;
  readonly payment: Typed;
  readonly tried: boolean;
  readonly onInput: (payment: Typed) => void;
}

function PaymentFields({ invoice: { amountCents, warnings }, payment, tried, onInput }: PaymentFieldsProps) {
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      <DateField
        id="payment-day"
        label="Jour du paiement"
        hint="Payée en plusieurs fois : le jour du dernier versement."
        error={tried && payment.day === '' ? 'Choisissez le jour du paiement.' : undefined}
        value={payment.day}
        onInput={(day) => onInput({ ...payment, day })}
      />
      <AmountField
        id="payment-amount"
        label="Montant payé, TTC"
        hint={`${formatEuros(amountCents)} au plus. La part que règle votre subvention est calculée pour vous.`}
        error={tried && payment.cents === undefined ? 'Écrivez le montant payé, en euros.' : undefined}
        cents={payment.cents}
        onInput={(cents) => onInput({ ...payment, cents })}
      />
    </>
  );
}

function commandOf(action: InvoiceActionName, invoiceId: string, typed: Typed, reason: string): Command | undefined {
  if (action === 'recordPayment') {
    const { day, cents } = typed;
    return day === '' || cents === undefined ? undefined : { action, input: { invoiceId, day, paidCents: cents } };
  }
  return reason.trim() === '' ? undefined : { action, input: { invoiceId, reason } };
}
