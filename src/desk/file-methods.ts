import { fieldsOf, itemsOf, parsed, textOf } from './fields.js';
import { deskFile, filePayload, newFileId } from './files.js';
import { addMessage, botIsIn, fileMessage } from './messages.js';
import { type Method, method } from './method.js';
import { directChannel, ids } from './people.js';

/** The methods of files. */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.info': method('files:read', (state, { file }) => {
    const found = state.files.get(textOf(file));
    return found ? { fields: { file: filePayload(found, state.address) } } : { error: 'file_not_found' };
  }),
  'files.getUploadURLExternal': method('files:write', (state, { filename, length }) => {
    const [name, size] = [textOf(filename), Number(length)];
    if (name === '' || !Number.isInteger(size) || size < 1) return { error: 'invalid_arguments' };
    const id = newFileId();
    state.uploads.set(id, { name, size, bytes: null });
    return { fields: { upload_url: `${state.address}/upload/${id}`, file_id: id } };
  }),
  'files.completeUploadExternal': method('files:write', (state, args) => {
    const asked = itemsOf(typeof args.files === 'string' ? parsed(args.files) : args.files).map(fieldsOf);
    const channel = textOf(args.channel_id);
    const place = channel.startsWith('U') ? directChannel(channel) : channel;
    if (place !== '' && !state.channels.has(place)) return { error: 'channel_not_found' };
    if (place !== '' && !botIsIn(state, place)) return { error: 'not_in_channel' };
    const thread = textOf(args.thread_ts) || null;
    if (thread !== null && !state.messages.some(({ ts, channel }) => ts === thread && channel === place))
      return { error: 'thread_not_found' };
    const files = asked.flatMap(({ id, title }) => {
      const upload = state.uploads.get(textOf(id));
      if (!upload?.bytes) return [];
      return [{ ...upload, bytes: upload.bytes, id: textOf(id), title: textOf(title) || upload.name }];
    });
    if (asked.length === 0 || files.length < asked.length) return { error: 'file_not_found' };
    const kept = files.map(({ id, name, title, bytes }) => ({
      ...deskFile({ name, title, bytes }, ids.bot, state.now()),
      id,
    }));
    for (const file of kept) {
      state.uploads.delete(file.id);
      state.files.set(file.id, file);
    }
    if (place !== '')
      addMessage(
        state,
        fileMessage(
          state,
          { channel: place, to: null, via: 'files.completeUploadExternal', user: ids.bot, thread },
          textOf(args.initial_comment),
          kept,
        ),
      );
    return { fields: { files: kept.map((file) => filePayload(file, state.address)) } };
  }),
};
