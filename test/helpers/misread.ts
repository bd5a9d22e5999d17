/** Texts read in the wrong one of two encodings. */
import { encodeGb18030 } from '../../server/src/encoding/encode-gb18030.js';

export const gbkAsUtf8 = (text: string) => new TextDecoder().decode(encodeGb18030(text));
export const utf8AsGbk = (text: string) =>
  new TextDecoder('gb18030').decode(new TextEncoder().encode(text));
