import { isRefusal } from '../../refusal.ts';
import { decideLaureateAction } from '../decide.ts';
import type { LaureateActionFacts, LaureateCommand } from '../facts.ts';

/** Why an action on a laureate is refused; null when it is done. */
export const codeOf = (facts: LaureateActionFacts, command: LaureateCommand) => {
  const answer = decideLaureateAction(facts, command);
  return isRefusal(answer) ? answer.code : null;
};

/** What an action does. @throws Error with the code of its refusal. */
export const decided = (facts: LaureateActionFacts, command: LaureateCommand) => {
  const answer = decideLaureateAction(facts, command);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
};
