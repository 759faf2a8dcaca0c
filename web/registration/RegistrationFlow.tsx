import type { Remarks } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { type Form, handedAnswers } from '@sur-mesure/functions/domain/forms/form';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import type { Views } from '@sur-mesure/functions/domain/views';
import type { ComponentChildren } from 'preact';
import type { Draft } from '../common/draft.ts';
import { Loaded, type Loading, useView } from '../common/loading/Loaded.tsx';
import { type Address, withParameters } from '../common/page/address.ts';
import { CheckStep } from './CheckStep.tsx';
import { readyToSend } from './registration.ts';
import { StepPage } from './StepPage.tsx';
import { StepsList } from './StepsList.tsx';
import { type Step, stepsOf, whereToGoOn } from './steps.ts';

export interface FlowTitle {
  readonly title: string;
  /** « Étape 2 sur 6 ». */
  readonly place: string;
}

interface RegistrationFlowProps<Answer> {
  readonly draft: Draft<Registration>;
  readonly address: Address;
  /** Where the form opens when the address names no page. */
  readonly opensAt: 'start' | 'check';
  /** The account exists: its address is shown and can't be changed here. */
  readonly emailIsKept?: boolean;
  /** What staff asked, field by field. */
  readonly remarks?: Remarks | undefined;
  /** The word of the last button. */
  readonly submit: string;
  readonly send: (registration: Registration) => Promise<Answer | Refusal>;
  readonly onSent: (answer: Answer, registration: Registration) => void;
  /** The page around, with its title of the moment. */
  readonly frame: (title: FlowTitle, body: ComponentChildren) => ComponentChildren;
  /** Above the fields: what one was told, and where the text is kept. `goOn`: to the page on which something is missing. */
  readonly above: (
    goOn: { readonly href: string; readonly title: string } | null,
    step: Step,
    form: Form | undefined,
  ) => ComponentChildren;
  /** Below the buttons. */
  readonly below?: (step: Step) => ComponentChildren;
}

const START = 'vous';
const CHECK = 'relecture';

/** A registration, a subject a page, the first time and each time it is sent again. The page is in the address: « back » goes back, and loses nothing. */
export function RegistrationFlow<Answer extends object>(props: RegistrationFlowProps<Answer>) {
  const { address, opensAt, frame } = props;
  const questions: Loading<Views['registrationForm']> = useView({ name: 'registrationForm' });
  const form = formIn(questions);
  const steps = stepsOf(form);
  const asked = address.parameters.get('etape') ?? (opensAt === 'check' ? CHECK : START);
  const step = steps.find(({ name }) => name === asked);
  if (step !== undefined) return <FlowPage {...props} {...{ questions, form, steps, step }} />;
  // The form comes, or does not; a page that it does not have leads to the first.
  return frame(
    { title: 'Votre inscription', place: form === undefined ? 'un instant' : 'page inconnue' },
    form === undefined ? (
      <Loaded loading={questions}>{() => null}</Loaded>
    ) : (
      <a href={hrefOf(address, START)}>Aller à la première étape</a>
    ),
  );
}

interface FlowPageProps<Answer> extends RegistrationFlowProps<Answer> {
  readonly questions: Loading<Views['registrationForm']>;
  readonly form: Form | undefined;
  readonly steps: readonly Step[];
  readonly step: Step;
}

function FlowPage<Answer extends object>(props: FlowPageProps<Answer>) {
  const { draft, address, opensAt, emailIsKept = false, remarks = {}, questions, form, steps, step } = props;
  const index = steps.indexOf(step);
  const addressOf = ({ name }: Step) => hrefOf(address, name);
  const goOn = form === undefined ? null : whereToGoOn(form, draft.value);
  const of = form === undefined ? '' : ` sur ${steps.length}`;
  const shared = { draft, step, form, remarks, emailIsKept };
  // Whoever corrects one page of what was sent goes back to the whole; whoever writes it for the first time goes on.
  const next = opensAt === 'check' ? CHECK : steps[index + 1]?.name;
  const before = opensAt === 'check' ? undefined : steps[index - 1];
  return props.frame(
    { title: step.title, place: `Étape ${index + 1}${of}` },
    <>
      <StepsList key={`steps ${step.name}`} {...{ steps, step, form, remarks, addressOf }} value={draft.value} />
      <div class="stack notices">{props.above(goOn && { href: addressOf(goOn), title: goOn.title }, step, form)}</div>
      {step.kind === 'check' ? (
        <CheckStep {...{ ...shared, steps, addressOf }} submit={props.submit} send={() => sending(props, form)} />
      ) : (
        <StepPage
          key={step.name}
          {...shared}
          next={opensAt === 'check' ? 'Revenir à la relecture' : 'Continuer'}
          previous={before === undefined ? null : addressOf(before)}
          onDone={() => address.go(parametersWith(address, next ?? CHECK))}
        />
      )}
      {form === undefined && <Loaded loading={questions}>{() => null}</Loaded>}
      {props.below?.(step)}
    </>,
  );
}

function formIn({ answer }: Loading<Views['registrationForm']>): Form | undefined {
  return answer === undefined || isRefusal(answer) ? undefined : answer.form;
}

/** The refusal to show, null once it is sent. */
async function sending<Answer extends object>(
  { draft, send, onSent }: Pick<RegistrationFlowProps<Answer>, 'draft' | 'send' | 'onSent'>,
  form: Form | undefined,
): Promise<Refusal | null> {
  if (form === undefined) return null;
  const registration = { ...readyToSend(draft.value), ...handedAnswers(form, draft.value.answers) };
  const sent = await send(registration);
  if (isRefusal(sent)) return sent;
  draft.clear();
  onSent(sent, registration);
  return null;
}

function parametersWith({ parameters }: Address, step: string): URLSearchParams {
  const next = new URLSearchParams(parameters);
  next.set('etape', step);
  return next;
}

function hrefOf(address: Address, step: string): string {
  return withParameters(location.pathname, parametersWith(address, step));
}
