// `npm run icon`: the picture of the extension in its list and shop, drawn from its SVG, which those do not take.
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const file = (name) => fileURLToPath(new URL(`../../client/media/${name}`, import.meta.url));
await sharp(file('icon.svg')).png({ compressionLevel: 9 }).toFile(file('icon.png'));
