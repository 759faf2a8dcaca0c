import type { LinkKeys } from '../../functions/src/store/notifications/link-keys.ts';

/** Of the links in the mails of this machine's programmes: the demonstration makes some outside of the functions. Worth nothing elsewhere. */
export const localLinkKeys: LinkKeys = ['links-of-the-mails-of-this-machine-alone'];
