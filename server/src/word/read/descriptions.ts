/** Descriptions of pictures without paths and file names, which may name a person or a computer. */

const PATH =
  /(?:^|[^A-Za-z])[A-Za-z]:[\\/]|^(?:\\\\|~?\/|\.{1,2}[\\/]|(?:file|https?|ftp):)\S*$|[\\/](?:Users|home|Documents and Settings|Tencent Files|WeChat Files|xwechat_files|AppData|Desktop|Temp)[\\/]/i;
const FILE_NAME = /\.(?:png|jpe?g|jpe|gif|bmp|webp|tiff?|emf|wmf|svg|heic|ico|psd)$/i;
/** Names that phones, chat programs and word processors give to pictures. */
const AUTOMATIC =
  /^(?:(?:IMG|DSC|DSCN|mmexport|Screenshot|wps|lADP|wx_camera|image|picture)[-_ ]?\d[\w-]*|(?:微信图片|微信截图|QQ图片|QQ截图|截图|图片|图像)[-_ ]?\d*|[0-9a-f]{16,})$/i;

/** A description without what only names a file; `''` where nothing else is in it. */
export function cleanDescription(description: string): string {
  const text = description.replace(/[\r\n]+/g, ' ').trim();
  return PATH.test(text) || FILE_NAME.test(text) || AUTOMATIC.test(text) ? '' : text;
}
