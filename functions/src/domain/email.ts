const LONGEST_EMAIL = 254;
const mailbox = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@/i;
const domain = /@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

/**
 * A plain `mailbox@domain.tld`: no list, group, comment, quoted part, space or line break, so that one address is one recipient. The same for what
 * is typed and for what leaves: an address taken here that the transport refused would be a mail that dies after its sender was thanked.
 */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && text.split('@').length === 2 && mailbox.test(text) && domain.test(text);
}
