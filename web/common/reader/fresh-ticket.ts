import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';

/**
 * A ticket from the server (which writes the access log), then the read. A ticket lasts five minutes; when it has expired meanwhile, a new one is
 * asked for without a word, once: an access that has ended is then said by the server, with its own sentence.
 */
export async function withFreshTicket<Value>(attempt: () => Promise<Value | Refusal>): Promise<Value | Refusal> {
  const first = await attempt();
  return isRefusal(first) && first.code === 'ticket_expired' ? attempt() : first;
}
