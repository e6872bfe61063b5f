import type { Handler, Sent } from './handlers.js';
import { helpNotice } from './help.js';

/** Shows how the command is used. */
export const helpCommand: Handler<Sent> = ({ ack, command }) => ack(helpNotice(command, ''));
