import attachmentPage from '../../../server/src/core/lint/rules/attachment-page.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('attachment-page', () => {
  const long = '全县农家书屋图书更新和管理员培训活动统计';
  const ten = Array.from({ length: 10 }, (_, index) => index + 1);
  const list = ten.map((number) => `${number}.第${number}季书目`).join('\n');
  const pages = ten.map((number) => `附件${number}\n第${number}季书目`).join('\n');
  findsEach(attachmentPage, [
    ['正文。\n附件：1.统计表\n2.⟦图书目录⟧\n附件1\n统计表\n附件2\n名单', /附件2的标题.*“名单”/],
    ['正文。\n附件：1.统计表\n2.⟦图书目录⟧\n附件1\n统计表', /第2个附件，后面却没有“附件2”/],
    ['正文。\n附件：统计表\n附件1\n统计表\n⟦附件2⟧\n书目', /附件说明里没有第2个附件/],
    ['正文。\n附件：统计表\n附件1\n统计表\n⟦附件2⟧', /附件说明里没有第2个附件/],
    // The names end where the numbers do.
    ['正文。\n附件：1.统计表\n𠮷县图书馆\n附件1\n统计表\n⟦附件2⟧\n𠮷县图书馆', /说明里没有第2个/],
    ['正文。\n附件：1.统计表\n县图书馆\n附件1\n统计表\n2.5万册\n⟦附件2⟧\n书目', /说明里没有第2个/],
    ['正文。\n附件：1.统计表\n3.书目\n附件1\n统计表\n⟦附件2⟧\n名册', /没有第2个/],
    [`正文。\n附件：${list}\n11.⟦书目⟧\n${pages}\n附件11\n名册`, /附件11的标题/],
    // Of a page only the first two lines may be its name.
    ['正文。\r\n附件：⟦书目⟧\r\n附件\r\n名册\r\n张数\r\n阅览室书目\r\n', /“名册”/],
    [`正文。\n附件：⟦书目⟧\n附件\n名册\n${long.repeat(3)}书目`, /“名册”/],
    [`正文。\n附件：1.⟦${long}⟧\n表\n附件1\n书目`, /附件1的标题/],
  ]);
  leavesAlone(attachmentPage, [
    '正文。\n附件：活动统计表、图书目录\n附件1\n活动统计表\n附件2\n图书目录',
    '正文。\n附件：1.活动统计表 2.图书目录\n附件1\n活动统计表\n附件2\n书刊清单',
    '正文。\r\n附件：\r\n　　1．活动统计表\r\n　　2．图书目录\r\n附件1\r\n活动统计表\r\n附件2\r\n图书目录',
    '正文。\n附件：《𠮷县统计表》\n附件1\n𠮷县\n统计表\n（2024年）',
    '正文。\n附件：\n附件1\n活动统计表',
    '正文。\n附件：1.统计表\n2.书目\n附件1\n统计表\n附件2',
    // The title of a page is long, and the next page begins right below it.
    `正文。\n附件：1.书目\n2.${long}\n3.名册\n附件1\n书目\n附件2\n${long}\n附件3\n名册`,
    '正文。\n附件：1.统计表\n2.\n附件1\n统计表',
    '正文。\n附件：统计表\n𠮷县图书馆',
    // Names that go on in the next line.
    `正文。\n附件：1.送书下乡统计\n　　　　　表（全年）\n　　　2.书目\n附件1\n送书下乡统计表\n附件2\n书目`,
    `正文。\n附件：1.书目\n2.${long}\n表\n附件1\n书目\n附件2\n${long}表`,
  ]);
});
