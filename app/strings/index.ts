/** Every text of the interface in one language. A second language is a second folder beside `en`. */
export { commands } from './en/commands';
export { documents } from './en/documents';
export { files } from './en/files';
export { frame } from './en/frame';
export { help } from './en/help';
export { inspector } from './en/inspector';
export { outline } from './en/outline';
export { problems } from './en/problems';
export { share } from './en/share';
