import markBeforeDe from '../../../server/src/core/lint/rules/mark-before-de.js';
import { mends } from '../../helpers/rule-cases.js';

describe('mark-before-de', () => {
  mends(markBeforeDe, [
    [
      '\uFEFF　𠮷馆“读者第一、服务至上”⟦、⟧的宗旨。\r\n',
      '\uFEFF　𠮷馆“读者第一、服务至上”的宗旨。\r\n',
    ],
    ['形成上下联动、齐抓共管⟦，⟧的局面。', '形成上下联动、齐抓共管的局面。'],
    '任务很重，的确不易。',
    '公交、的士、地铁都到馆。',
    '“地”、“得”、的、“之”各有用处，用好地、的、得。',
  ]);
});
