import type { types, webApi } from '@slack/bolt';
import { errorCode } from './trouble.js';

/** Shows a page in an open modal, in place of the one with this hash, or of whichever is there. */
export async function showPage(
  client: webApi.WebClient,
  viewId: string,
  view: types.ModalView,
  hash?: string,
): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view, ...(hash === undefined ? {} : { hash }) });
  } catch (error) {
    // The person has gone on or closed the modal meanwhile: the next page shown is right again.
    if (!['hash_conflict', 'not_found'].includes(errorCode(error))) throw error;
  }
}
