import { imageSize } from 'image-size';
import { LIMITS } from '../../reading/limits.js';

/** A picture that Word can show. Width and height in pixels. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp';
  readonly width: number;
  readonly height: number;
}

/** Null for what is no picture, is none that Word shows everywhere, or is too large. */
export function readPicture(bytes: Uint8Array): Picture | null {
  if (bytes.length > LIMITS.pictureBytes) return null;
  try {
    const { width, height, type } = imageSize(bytes);
    if (type !== 'png' && type !== 'jpg' && type !== 'gif' && type !== 'bmp') return null;
    return width > 0 && height > 0 ? { bytes, type, width, height } : null;
  } catch {
    return null;
  }
}
